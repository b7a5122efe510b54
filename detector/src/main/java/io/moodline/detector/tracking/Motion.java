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
  private static final double MEASUREMENT = 0.025;

  /** And as much more for each unit of crowding: the box of a covered face is pushed aside. */
  private static final double CROWDED = 0.2;

  /** How fast a new face may move, standard deviation, sizes a second. */
  private static final double FIRST_SPEED = 3;

  /** How fast a new face may grow, standard deviation, sizes a second. */
  private static final double FIRST_GROWTH = 0.48;

  /** Power spectral density of a resting face's acceleration, squared sizes a second cubed. */
  private static final double ACCELERATION = 1.2;

  /** What comes to that for each squared size a second squared of the speed, a second. */
  private static final double ACCELERATION_BY_SPEED = 0.19;

  private static final double GROWTH_ACCELERATION = 0.04;

  /** Speed that nothing renews falls to 1/e in this time, seconds. */
  private static final double SETTLING = 7.8;

  private static final double GROWTH_SETTLING = 0.5;

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
    Box going =
        Box.around(
            then.x.position(),
            then.y.position(),
            bounded(then.width.position(), width.position()),
            bounded(then.height.position(), height.position()));
    double area = going.area();
    return new Prediction(
        going,
        Box.around(x.position(), y.position(), width.position(), height.position()),
        then.x.positionVariance() / area,
        then.y.positionVariance() / area,
        (then.width.positionVariance() + then.height.positionVariance()) / 2 / area,
        Math.hypot(x.velocity(), y.velocity()) / going.size(),
        (timeMs - atMs) / 1000.0);
  }

  /**
   * What is known once the face was seen again.
   *
   * @param timeMs not before {@link #atMs}, epoch milliseconds
   * @param crowding {@link Crowding} of the detection
   */
  Motion update(long timeMs, Box seen, double crowding) {
    Motion then = moved(timeMs);
    double error = square((MEASUREMENT + CROWDED * crowding) * seen.size());
    return new Motion(
        timeMs,
        then.x.update(seen.centerX(), error),
        then.y.update(seen.centerY(), error),
        then.width.update(seen.width(), error),
        then.height.update(seen.height(), error));
  }

  private Motion moved(long timeMs) {
    double seconds = (timeMs - atMs) / 1000.0;
    double area = width.position() * height.position();
    double acceleration =
        ACCELERATION * area + ACCELERATION_BY_SPEED * (square(x.velocity()) + square(y.velocity()));
    double growth = GROWTH_ACCELERATION * area;
    return new Motion(
        timeMs,
        x.predict(seconds, acceleration, SETTLING),
        y.predict(seconds, acceleration, SETTLING),
        width.predict(seconds, growth, GROWTH_SETTLING),
        height.predict(seconds, growth, GROWTH_SETTLING));
  }

  private static double bounded(double predicted, double known) {
    return Math.max(known / MAX_GROWTH, Math.min(known * MAX_GROWTH, predicted));
  }

  private static double square(double value) {
    return value * value;
  }

  /**
   * Where a face is expected; variances and the speed are in sizes of {@code going}.
   *
   * @param going where it is if it goes on, pixels
   * @param staying where it was, pixels
   * @param xVariance of the centre of {@code going}
   * @param yVariance of the centre of {@code going}
   * @param sizeVariance of its width and height
   * @param speed when it was last seen, a second
   * @param seconds since then
   */
  record Prediction(
      Box going,
      Box staying,
      double xVariance,
      double yVariance,
      double sizeVariance,
      double speed,
      double seconds) {}
}
