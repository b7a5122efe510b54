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
        // From the upper end always: the zone beside this one rounds the same edge the same way.
        inside ^= x < (from.y() < to.y() ? crossing(from, to, y) : crossing(to, from, y));
      }
      from = to;
    }
    return inside;
  }

  /** Where an edge is at a height between those of its ends. */
  private static double crossing(Point upper, Point lower, double y) {
    return upper.x() + (y - upper.y()) / (lower.y() - upper.y()) * (lower.x() - upper.x());
  }
}
