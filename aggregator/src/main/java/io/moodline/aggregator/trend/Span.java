package io.moodline.aggregator.trend;

/**
 * A stretch of time, half-open.
 *
 * @param startMs its begin, epoch milliseconds
 * @param endMs its end (exclusive), epoch milliseconds
 */
public record Span(long startMs, long endMs) {}
