package io.moodline.detector.geometry;

import java.util.List;

/**
 * A map of the plane that turns, scales and shifts: {@code x' = a x - b y + tx}, {@code y' = b x +
 * a y + ty}. Its scale is {@code hypot(a, b)}, its angle {@code atan2(b, a)}. Immutable.
 */
public record Similarity(double a, double b, double tx, double ty) {

  /**
   * The similarity that maps one set of points onto another with the least sum of squared
   * distances.
   *
   * <p>This is S. Umeyama, "Least-squares estimation of transformation parameters between two point
   * patterns", IEEE PAMI 13(4), 1991, in the plane and without reflections, where its singular
   * value decomposition has the closed form used here: with p and q the points relative to their
   * means, {@code a = sum(p . q) / sum(p . p)} and {@code b = sum(p x q) / sum(p . p)}.
   *
   * @param from at least two points, not all in one place
   * @param to as many points, in the same order
   * @throws IllegalArgumentException when there are too few, or they do not say a scale
   */
  public static Similarity fit(List<Point> from, List<Point> to) {
    if (from.size() != to.size() || from.size() < 2) {
      throw new IllegalArgumentException(
          "a similarity needs two or more pairs of points, not " + from.size() + "/" + to.size());
    }
    Point fromMean = mean(from);
    Point toMean = mean(to);
    double dot = 0;
    double cross = 0;
    double square = 0;
    for (int i = 0; i < from.size(); i++) {
      double px = from.get(i).x() - fromMean.x();
      double py = from.get(i).y() - fromMean.y();
      double qx = to.get(i).x() - toMean.x();
      double qy = to.get(i).y() - toMean.y();
      dot += px * qx + py * qy;
      cross += px * qy - py * qx;
      square += px * px + py * py;
    }
    if (!(square > 0) || !(Math.hypot(dot, cross) > 0) || !Double.isFinite(dot + cross + square)) {
      throw new IllegalArgumentException("these points say no scale: " + from + " to " + to);
    }
    double a = dot / square;
    double b = cross / square;
    return new Similarity(
        a,
        b,
        toMean.x() - a * fromMean.x() + b * fromMean.y(),
        toMean.y() - b * fromMean.x() - a * fromMean.y());
  }

  /** The middle of some points. */
  public static Point mean(List<Point> points) {
    double x = 0;
    double y = 0;
    for (Point point : points) {
      x += point.x();
      y += point.y();
    }
    return new Point(x / points.size(), y / points.size());
  }

  /** Where a point comes to lie. */
  public Point apply(Point p) {
    return new Point(a * p.x() - b * p.y() + tx, b * p.x() + a * p.y() + ty);
  }

  /** How many units of the target one unit of the source becomes; above 0. */
  public double scale() {
    return Math.hypot(a, b);
  }

  /** This map, followed by a scaling. */
  public Similarity scaled(double factor) {
    return new Similarity(a * factor, b * factor, tx * factor, ty * factor);
  }

  /** The map back. */
  public Similarity inverse() {
    double square = a * a + b * b;
    double c = a / square;
    double d = -b / square;
    return new Similarity(c, d, -c * tx + d * ty, -d * tx - c * ty);
  }

  /**
   * Turns the plane about a place.
   *
   * @param degrees clockwise in a picture, whose y goes down
   */
  public static Similarity turn(double degrees, Point about) {
    double a = Math.cos(Math.toRadians(degrees));
    double b = Math.sin(Math.toRadians(degrees));
    return new Similarity(
        a, b, about.x() - a * about.x() + b * about.y(), about.y() - b * about.x() - a * about.y());
  }
}
