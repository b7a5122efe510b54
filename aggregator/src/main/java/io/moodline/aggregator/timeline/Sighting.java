package io.moodline.aggregator.timeline;

import io.moodline.schemas.Emotion;

/**
 * One face in one frame, smoothed: what trends and moments are made of.
 *
 * @param faceId the track
 * @param atMs capture time, epoch milliseconds
 * @param watchedSinceMs capture time of the track's frame before; {@code atMs} when there is none
 *     or it is too long ago to count as watched
 * @param first true for the track's first frame
 * @param lowQuality true when the face was not fit to be judged: the rest is then empty
 * @param uncertain true when the smoothed confidence is below the limit
 * @param smoothed eight smoothed probabilities, or null
 * @param dominant the dominant emotion, or null
 * @param satisfaction 0 to 100, or NaN
 */
public record Sighting(
    String faceId,
    long atMs,
    long watchedSinceMs,
    boolean first,
    boolean lowQuality,
    boolean uncertain,
    double[] smoothed,
    Emotion dominant,
    double satisfaction) {}
