package io.moodline.app.evaluate.pipeline;

import io.moodline.detector.geometry.Box;

/**
 * Where a labelled face lies in a frame.
 *
 * @param face its index among the faces
 * @param left pixels of the frame
 * @param top pixels of the frame
 * @param side of the labelled picture, pixels of the frame
 */
record Placement(int face, double left, double top, double side) {

  /** How far a found face's centre may be from the placed one's, as a share of its side. */
  private static final double NEAR = 0.35;

  /** How much smaller or larger a found box may be. */
  private static final double LEAST_SIZE = 0.4;

  private static final double MOST_SIZE = 2;

  /** True when a found box is this face's. */
  boolean isFoundBy(Box box) {
    double size = Math.max(box.width(), box.height()) / side;
    return distance(box) <= NEAR && size >= LEAST_SIZE && size <= MOST_SIZE;
  }

  /** How far a box's centre is from this one's, as a share of the side. */
  double distance(Box box) {
    return Math.hypot(box.centerX() - left - side / 2, box.centerY() - top - side / 2) / side;
  }
}
