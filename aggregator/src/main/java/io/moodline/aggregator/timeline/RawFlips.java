package io.moodline.aggregator.timeline;

import io.moodline.schemas.Emotion;

/**
 * How often the emotion of single frames changed: what there would be without smoothing. Immutable.
 *
 * @param last the emotion of the last frame that was fit to be judged, or null before the first
 * @param changes how often it changed
 */
public record RawFlips(Emotion last, long changes) {

  /** Nothing seen yet. */
  public static final RawFlips NONE = new RawFlips(null, 0);

  RawFlips plus(double[] raw) {
    Emotion now = Probabilities.highest(raw);
    return new RawFlips(now, last == null || last == now ? changes : changes + 1);
  }
}
