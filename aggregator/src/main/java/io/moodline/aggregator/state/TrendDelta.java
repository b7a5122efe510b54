package io.moodline.aggregator.state;

import io.moodline.schemas.Trend;

/**
 * What a camera adds to the windows of its site and of everything.
 *
 * @param throughMs how far the camera has come: its clock, grace deducted, epoch milliseconds
 * @param sums to be added to the window of the same begin and length; null when only the clock has
 *     moved
 */
public record TrendDelta(String cameraId, long throughMs, Trend sums) {}
