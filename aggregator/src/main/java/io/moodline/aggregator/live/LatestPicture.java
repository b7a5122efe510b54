package io.moodline.aggregator.live;

/**
 * The latest picture of a camera.
 *
 * @param capturedAtMs when it was taken, epoch milliseconds
 * @param receivedNanos when it was read, by {@link System#nanoTime()}
 * @param jpeg the file; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record LatestPicture(long capturedAtMs, long receivedNanos, byte[] jpeg) {}
