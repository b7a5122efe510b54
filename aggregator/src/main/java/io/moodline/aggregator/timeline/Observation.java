package io.moodline.aggregator.timeline;

/**
 * What one face showed in one frame.
 *
 * @param atMs capture time, epoch milliseconds
 * @param raw eight probabilities in the order of {@link io.moodline.schemas.Emotion}
 * @param lowQuality true when the face was not fit to be judged
 */
public record Observation(long atMs, double[] raw, boolean lowQuality) {}
