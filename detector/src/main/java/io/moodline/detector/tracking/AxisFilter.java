package io.moodline.detector.tracking;

/**
 * A Kalman filter for one coordinate that moves at a velocity which changes by chance and settles
 * down: people stop, and who is not seen for a while has hardly gone on as before.
 *
 * <p>The motion model is that of D. S. Johnson, J. M. London, M.-A. Lea, J. W. Durban,
 * "Continuous-time correlated random walk model for animal telemetry data", Ecology 89 (2008): the
 * velocity is an Ornstein-Uhlenbeck process. It is stated in continuous time, so frames may come at
 * any rate, and predicting in one step or in several is the same. Immutable.
 *
 * @param position pixels
 * @param velocity pixels a second
 * @param positionVariance squared pixels
 * @param covariance of position and velocity, squared pixels a second
 * @param velocityVariance squared pixels a second squared
 */
record AxisFilter(
    double position,
    double velocity,
    double positionVariance,
    double covariance,
    double velocityVariance) {

  /** A coordinate seen once, at rest as far as is known. */
  static AxisFilter at(double position, double variance, double velocityVariance) {
    return new AxisFilter(position, 0, variance, 0, velocityVariance);
  }

  /**
   * Where it is after some time.
   *
   * @param seconds 0 or more
   * @param acceleration power spectral density of the acceleration, squared pixels a second cubed
   * @param settling the time in which a speed that nothing renews falls to 1/e, seconds
   */
  AxisFilter predict(double seconds, double acceleration, double settling) {
    double kept = Math.exp(-seconds / settling);
    double reach = -settling * Math.expm1(-seconds / settling);
    double lost = -Math.expm1(-2 * seconds / settling);
    double q = acceleration;
    double noise = settling * settling * (seconds - 2 * reach + settling / 2 * lost);
    return new AxisFilter(
        position + velocity * reach,
        velocity * kept,
        positionVariance
            + 2 * reach * covariance
            + reach * reach * velocityVariance
            + q * Math.max(0, noise),
        kept * (covariance + reach * velocityVariance) + q / 2 * reach * reach,
        kept * kept * velocityVariance + q * settling / 2 * lost);
  }

  /**
   * What is known after a measurement.
   *
   * @param measured pixels
   * @param variance of the measurement's error, squared pixels, above 0
   */
  AxisFilter update(double measured, double variance) {
    double total = positionVariance + variance;
    double positionGain = positionVariance / total;
    double velocityGain = covariance / total;
    double surprise = measured - position;
    return new AxisFilter(
        position + positionGain * surprise,
        velocity + velocityGain * surprise,
        (1 - positionGain) * positionVariance,
        (1 - positionGain) * covariance,
        velocityVariance - velocityGain * covariance);
  }
}
