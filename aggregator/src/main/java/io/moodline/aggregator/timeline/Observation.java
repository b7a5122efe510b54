package io.moodline.aggregator.timeline;

/**
 * What one face showed in one frame.
 *
 * @param atMs capture time, epoch milliseconds
 * @param raw eight probabilities in the order of {@link io.moodline.schemas.Emotion}
 * @param lowQuality true when the face was not fit to be judged
 * @param weight how well it could be judged, 0 to 1; see {@link FrameWeight}
 */
public record Observation(long atMs, double[] raw, boolean lowQuality, double weight) {

  /** One that could be judged as well as can be, or not at all. */
  public Observation(long atMs, double[] raw, boolean lowQuality) {
    this(atMs, raw, lowQuality, 1);
  }
}
