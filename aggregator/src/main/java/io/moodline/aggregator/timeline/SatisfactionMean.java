package io.moodline.aggregator.timeline;

/**
 * Mean of a series over time: between two frames the value goes straight from one to the other, and
 * counts for as long as that took (trapezoids). Frames far apart were not watched in between, which
 * then does not count. Immutable.
 *
 * @param integral sum of value times milliseconds
 * @param ms how many milliseconds that is over
 * @param sum sum of the values
 * @param count how many values
 * @param last the last value, or NaN when the last frame had none
 * @param lastMs when that was, epoch milliseconds
 */
public record SatisfactionMean(
    double integral, long ms, double sum, long count, double last, long lastMs) {

  /** Nothing seen yet. */
  public static final SatisfactionMean NONE = new SatisfactionMean(0, 0, 0, 0, Double.NaN, 0);

  SatisfactionMean plus(long atMs, double value, long maxGapMs) {
    long dt = atMs - lastMs;
    boolean watched = !Double.isNaN(last) && dt <= maxGapMs;
    return new SatisfactionMean(
        watched ? integral + (last + value) / 2 * dt : integral,
        watched ? ms + dt : ms,
        sum + value,
        count + 1,
        value,
        atMs);
  }

  /** The next frame had no value. */
  SatisfactionMean broken() {
    return new SatisfactionMean(integral, ms, sum, count, Double.NaN, lastMs);
  }

  /** The mean over time; the plain mean when no two values are near in time; null when none is. */
  public Double mean() {
    if (count == 0) {
      return null;
    }
    return ms > 0 ? integral / ms : sum / count;
  }
}
