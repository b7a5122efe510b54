package io.moodline.aggregator.moment;

/**
 * What a series of values usually is: running mean, variance and covariance of neighbours. The
 * first {@code memory} values count alike; from then on a value's weight falls by {@code 1 /
 * memory} with each that follows it. Immutable.
 *
 * @param count how many values it was learnt from
 * @param mean their mean
 * @param variance their variance
 * @param covariance of each with the one before
 * @param last the newest value
 */
public record Baseline(long count, double mean, double variance, double covariance, double last) {

  /** Nothing learnt yet. */
  public static final Baseline NONE = new Baseline(0, 0, 0, 0, 0);

  private static final double MOST_CORRELATED = 0.9;

  /**
   * After one more value.
   *
   * @param cautious true: it counts no more than it would when all was learnt
   */
  Baseline plus(double value, int memory, boolean cautious) {
    double weight = cautious ? 1.0 / memory : Math.max(1.0 / (count + 1), 1.0 / memory);
    double off = value - mean;
    double newMean = mean + weight * off;
    double neighbours = count == 0 ? 0 : (value - newMean) * (last - newMean);
    return new Baseline(
        count + 1,
        newMean,
        (1 - weight) * (variance + weight * off * off),
        count == 0 ? 0 : covariance + weight * (neighbours - covariance),
        value);
  }

  /**
   * The standard deviation by which sums of values wander. Where neighbours are alike, the same
   * faces being seen in both, sums wander further than those of independent values: for a
   * correlation {@code r} of neighbours by the square root of {@code (1 + r) / (1 - r)}.
   *
   * @param least the least standard deviation of the values that is believed
   */
  double deviation(double least) {
    double r = variance > 0 ? Math.max(0, Math.min(MOST_CORRELATED, covariance / variance)) : 0;
    return Math.max(least, Math.sqrt(variance)) * Math.sqrt((1 + r) / (1 - r));
  }
}
