package io.moodline.aggregator.timeline;

/**
 * A stretch of a track: when it began, and sums of the smoothed probabilities seen in it.
 * Immutable; the array is never changed.
 *
 * @param fromMs begin, epoch milliseconds
 * @param sums eight sums in the order of {@link io.moodline.schemas.Emotion}
 * @param count how many observations they are over
 */
public record Stretch(long fromMs, double[] sums, long count) {

  /** A stretch in which nothing was seen yet. */
  public static Stretch beginning(long fromMs) {
    return new Stretch(fromMs, new double[Probabilities.SIZE], 0);
  }

  Stretch plus(double[] smoothed) {
    return new Stretch(fromMs, Probabilities.plus(sums, smoothed), count + 1);
  }

  Stretch plus(Stretch later) {
    return new Stretch(fromMs, Probabilities.plus(sums, later.sums), count + later.count);
  }
}
