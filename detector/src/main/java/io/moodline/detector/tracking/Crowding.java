package io.moodline.detector.tracking;

import java.util.List;

/**
 * How near a better face is to a detection. Who passes before a face first pushes the face's box
 * aside, then hides it: taken at its word, such a box sends a standing face off in the direction of
 * the walker.
 */
final class Crowding {

  /** Faces whose centres are farther apart than this do not crowd, in sizes of the face. */
  private static final double FREE = 1.1;

  private Crowding() {}

  /**
   * By how much the nearest detection of a higher score comes too near, in sizes of the face: 0 (no
   * crowding) to 1.1.
   */
  static double of(List<Detection> detections, int index) {
    Detection own = detections.get(index);
    double crowding = 0;
    for (Detection other : detections) {
      if (other.score() > own.score()) {
        double size = (own.box().size() + other.box().size()) / 2;
        crowding = Math.max(crowding, FREE - own.box().distance(other.box()) / size);
      }
    }
    return crowding;
  }
}
