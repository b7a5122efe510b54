package io.moodline.detector.search;

import io.moodline.detector.geometry.Point;
import java.util.List;

/**
 * A part of the picture. Immutable.
 *
 * @param corners three or more, as shares of the picture's width and height, in order around the
 *     zone; the last is joined to the first
 */
public record Zone(List<Point> corners) {

  /**
   * @throws IllegalArgumentException when there are fewer than three corners
   */
  public Zone {
    corners = List.copyOf(corners);
    if (corners.size() < 3) {
      throw new IllegalArgumentException(
          "a zone has " + corners.size() + " corners, but must have 3 or more");
    }
  }

  /**
   * True when a place lies in it. Of two zones that share an edge each place belongs to one.
   *
   * <p>Counts the edges that a ray to the right crosses: an odd number is inside. M. Shimrat,
   * "Algorithm 112: Position of point relative to polygon", Communications of the ACM 5, 1962.
   *
   * @param x share of the width
   * @param y share of the height
   */
  public boolean contains(double x, double y) {
    boolean inside = false;
    Point from = corners.get(corners.size() - 1);
    for (Point to : corners) {
      if ((from.y() > y) != (to.y() > y)) {
        double crossing = from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
        inside ^= x < crossing;
      }
      from = to;
    }
    return inside;
  }
}
