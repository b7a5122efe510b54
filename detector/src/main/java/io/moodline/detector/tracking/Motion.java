package io.moodline.detector.tracking;

import io.moodline.detector.geometry.Box;

/**
 * Where a face is and where it goes: a filter for each of its centre's coordinates and for its
 * width and height. All noise is relative to the face's size, since a face twice as near moves and
 * trembles twice as much in the picture. Immutable.
 *
 * @param atMs the time of the last measurement, epoch milliseconds
 */
record Motion(long atMs, AxisFilter x, AxisFilter y, AxisFilter width, AxisFilter height) {

  /** Standard deviation of a detector's error, in sizes of the face. */
  private static final double MEASUREMENT = 0.06;

  /** How fast a new face may move, standard deviation, sizes a second. */
  private static final double FIRST_SPEED = 2;

  /** How fast a new face may grow, standard deviation, sizes a second. */
  private static final double FIRST_GROWTH = 0.3;

  /** Power spectral density of the acceleration, squared sizes a second cubed. */
  private static final double ACCELERATION = 4;

  private static final double GROWTH_ACCELERATION = 0.1;

  /** A face is not taken to grow or shrink by more than this while it is not seen. */
  private static final double MAX_GROWTH = 1.3;

  /** A face seen once. */
  static Motion begin(long atMs, Box box) {
    double size = box.size();
    double error = square(MEASUREMENT * size);
    double speed = square(FIRST_SPEED * size);
    double growth = square(FIRST_GROWTH * size);
    return new Motion(
        atMs,
        AxisFilter.at(box.centerX(), error, speed),
        AxisFilter.at(box.centerY(), error, speed),
        AxisFilter.at(box.width(), error, growth),
        AxisFilter.at(box.height(), error, growth));
  }

  /**
   * Where the face is expected.
   *
   * @param timeMs not before {@link #atMs}, epoch milliseconds
   */
  Prediction predict(long timeMs) {
    Motion then = moved(timeMs);
    double uncertainty = Math.sqrt(Math.max(then.x.positionVariance(), then.y.positionVariance()));
    return new Prediction(
        Box.around(
            then.x.position(),
            then.y.position(),
            bounded(then.width.position(), width.position()),
            bounded(then.height.position(), height.position())),
        uncertainty);
  }

  /**
   * What is known once the face was seen again.
   *
   * @param timeMs not before {@link #atMs}, epoch milliseconds
   */
  Motion update(long timeMs, Box seen) {
    Motion then = moved(timeMs);
    double error = square(MEASUREMENT * seen.size());
    return new Motion(
        timeMs,
        then.x.update(seen.centerX(), error),
        then.y.update(seen.centerY(), error),
        then.width.update(seen.width(), error),
        then.height.update(seen.height(), error));
  }

  private Motion moved(long timeMs) {
    double seconds = (timeMs - atMs) / 1000.0;
    double scale = width.position() * height.position();
    return new Motion(
        timeMs,
        x.predict(seconds, ACCELERATION * scale),
        y.predict(seconds, ACCELERATION * scale),
        width.predict(seconds, GROWTH_ACCELERATION * scale),
        height.predict(seconds, GROWTH_ACCELERATION * scale));
  }

  private static double bounded(double predicted, double known) {
    return Math.max(known / MAX_GROWTH, Math.min(known * MAX_GROWTH, predicted));
  }

  private static double square(double value) {
    return value * value;
  }

  /**
   * Where a face is expected.
   *
   * @param box pixels
   * @param uncertainty standard deviation of its centre, pixels
   */
  record Prediction(Box box, double uncertainty) {}
}
