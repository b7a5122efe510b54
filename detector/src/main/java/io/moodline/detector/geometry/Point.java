package io.moodline.detector.geometry;

/**
 * A place, or the way from one to another.
 *
 * @param x to the right, in the unit that the user of this states
 * @param y downwards, in the same unit
 */
public record Point(double x, double y) {

  /** Coordinate by coordinate. */
  public Point plus(Point other) {
    return new Point(x + other.x, y + other.y);
  }

  /** The way from the other to this. */
  public Point minus(Point other) {
    return new Point(x - other.x, y - other.y);
  }

  /**
   * {@code x * other.y - y * other.x}: above 0 when the other way lies clockwise from this one in a
   * picture, 0 when both lie on one line.
   */
  public double cross(Point other) {
    return x * other.y - y * other.x;
  }
}
