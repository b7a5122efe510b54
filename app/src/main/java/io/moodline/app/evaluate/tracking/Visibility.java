package io.moodline.app.evaluate.tracking;

import io.moodline.detector.geometry.Box;
import java.util.List;

/**
 * How much of a face is to be seen, and where.
 *
 * @param share of the face's box, 0 to 1
 * @param x the middle of what is seen, pixels; the box's centre when nothing is
 * @param y as well
 */
record Visibility(double share, double x, double y) {

  /** Points to each side of the grid on which what is seen is counted. */
  private static final int GRID = 8;

  /** Shoulders are this much wider than the face, to each side. */
  private static final double SHOULDERS = 0.7;

  /**
   * What is to be seen of a face.
   *
   * @param nearer the faces of those nearer to the camera, who have bodies
   */
  static Visibility of(Box face, List<Box> nearer, int width, int height) {
    int seen = 0;
    double sumX = 0;
    double sumY = 0;
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        double x = face.x1() + (column + 0.5) / GRID * face.width();
        double y = face.y1() + (row + 0.5) / GRID * face.height();
        boolean inFrame = x >= 0 && y >= 0 && x < width && y < height;
        if (inFrame && nearer.stream().noneMatch(other -> covers(other, x, y))) {
          seen++;
          sumX += x;
          sumY += y;
        }
      }
    }
    return seen == 0
        ? new Visibility(0, face.centerX(), face.centerY())
        : new Visibility(seen / (double) (GRID * GRID), sumX / seen, sumY / seen);
  }

  private static boolean covers(Box head, double x, double y) {
    if (y < head.y1()) {
      return false;
    }
    double reach = y < head.y2() ? 0 : SHOULDERS * head.width();
    return x >= head.x1() - reach && x < head.x2() + reach;
  }
}
