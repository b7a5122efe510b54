package io.moodline.detector.tracking;

/**
 * A Kalman filter for one coordinate that moves at a nearly constant velocity.
 *
 * <p>The motion model is that of Y. Bar-Shalom, X. R. Li, T. Kirubarajan, "Estimation with
 * Applications to Tracking and Navigation", Wiley 2001, section 6.2.2: acceleration is white noise.
 * It is stated in continuous time, so frames may come at any rate, and predicting in one step or in
 * several is the same. Immutable.
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
   */
  AxisFilter predict(double seconds, double acceleration) {
    double t = seconds;
    double q = acceleration;
    return new AxisFilter(
        position + velocity * t,
        velocity,
        positionVariance + 2 * t * covariance + t * t * velocityVariance + q * t * t * t / 3,
        covariance + t * velocityVariance + q * t * t / 2,
        velocityVariance + q * t);
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
