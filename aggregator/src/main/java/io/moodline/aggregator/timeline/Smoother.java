package io.moodline.aggregator.timeline;

/**
 * Exponential smoothing in time: frames may come at any spacing.
 *
 * <p>The weight of a new value is {@code alpha = 1 - exp(-dt / tau)}, so that a value's influence
 * falls to 1/e after {@code tau}, whether one frame came in between or twenty.
 */
public final class Smoother {

  private final double tauMs;

  /**
   * @param tauMs time constant, milliseconds, above 0
   */
  public Smoother(long tauMs) {
    this.tauMs = tauMs;
  }

  /**
   * The next smoothed value, as a new array.
   *
   * @param before the last smoothed probabilities
   * @param raw the new probabilities
   * @param dtMs time between the two, milliseconds, 0 or more
   */
  public double[] next(double[] before, double[] raw, long dtMs) {
    double alpha = -Math.expm1(-dtMs / tauMs);
    double[] smoothed = new double[before.length];
    for (int i = 0; i < before.length; i++) {
      smoothed[i] = before[i] + alpha * (raw[i] - before[i]);
    }
    return smoothed;
  }
}
