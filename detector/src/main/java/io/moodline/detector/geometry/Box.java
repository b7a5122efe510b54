package io.moodline.detector.geometry;

/**
 * An axis-aligned rectangle in pixels, half-open: {@code x1 <= x < x2}, {@code y1 <= y < y2}. It
 * may reach beyond the frame's edges. Immutable.
 *
 * @param x1 left edge
 * @param y1 top edge
 * @param x2 right edge (exclusive), greater than {@code x1}
 * @param y2 bottom edge (exclusive), greater than {@code y1}
 */
public record Box(double x1, double y1, double x2, double y2) {

  /**
   * @throws IllegalArgumentException when the box is empty or a coordinate is not finite
   */
  public Box {
    if (!(x2 > x1 && y2 > y1 && Double.isFinite(x2 - x1) && Double.isFinite(y2 - y1))) {
      throw new IllegalArgumentException(
          "not a box: x1=" + x1 + " y1=" + y1 + " x2=" + x2 + " y2=" + y2);
    }
  }

  /** The box of a size around a centre. */
  public static Box around(double centerX, double centerY, double width, double height) {
    return new Box(
        centerX - width / 2, centerY - height / 2, centerX + width / 2, centerY + height / 2);
  }

  public double width() {
    return x2 - x1;
  }

  public double height() {
    return y2 - y1;
  }

  public double centerX() {
    return (x1 + x2) / 2;
  }

  public double centerY() {
    return (y1 + y2) / 2;
  }

  public double area() {
    return width() * height();
  }

  /** The side of the square of the same area, pixels. */
  public double size() {
    return Math.sqrt(area());
  }

  /** The area that both cover, square pixels. */
  public double intersection(Box other) {
    double width = Math.min(x2, other.x2) - Math.max(x1, other.x1);
    double height = Math.min(y2, other.y2) - Math.max(y1, other.y1);
    return width <= 0 || height <= 0 ? 0 : width * height;
  }

  /** Intersection over union, 0 (apart) to 1 (the same). */
  public double iou(Box other) {
    double common = intersection(other);
    return common / (area() + other.area() - common);
  }

  /** Distance between the centres, pixels. */
  public double distance(Box other) {
    return Math.hypot(centerX() - other.centerX(), centerY() - other.centerY());
  }

  /** The same box in a picture scaled by {@code factor}. */
  public Box scaled(double factor) {
    return new Box(x1 * factor, y1 * factor, x2 * factor, y2 * factor);
  }

  /** The same box elsewhere. */
  public Box shifted(double byX, double byY) {
    return new Box(x1 + byX, y1 + byY, x2 + byX, y2 + byY);
  }

  /** The same box in a picture whose left and right were exchanged. */
  public Box mirrored(int pictureWidth) {
    return new Box(pictureWidth - x2, y1, pictureWidth - x1, y2);
  }

  /** How much of it lies outside of a frame, 0 (nothing) to 1 (all). */
  public double shareOutside(int frameWidth, int frameHeight) {
    return 1 - intersection(new Box(0, 0, frameWidth, frameHeight)) / area();
  }

  /** True when it reaches the edge of a frame, or beyond, within a pixel. */
  public boolean touchesEdge(int frameWidth, int frameHeight) {
    return x1 < 1 || y1 < 1 || x2 > frameWidth - 1 || y2 > frameHeight - 1;
  }

  /**
   * The part of it that lies within a frame.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Box within(int frameWidth, int frameHeight) {
    return new Box(
        Math.max(0, x1), Math.max(0, y1), Math.min(frameWidth, x2), Math.min(frameHeight, y2));
  }
}
