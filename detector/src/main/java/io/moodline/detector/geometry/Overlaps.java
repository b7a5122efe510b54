package io.moodline.detector.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Boxes that a detector gave twice. */
public final class Overlaps {

  /**
   * A box that shares more than this of the smaller one's area with a better box is the same face
   * seen at another scale. Intersection over union would miss a small box within a large one; two
   * faces one before the other share less, since a detector needs to see most of a face.
   */
  static final double MAX_SHARED = 0.6;

  private Overlaps() {}

  /**
   * Keeps what does not lie on something better.
   *
   * @param bestFirst in the order of preference
   * @param boxOf the box of each
   */
  public static <T> List<T> dropDuplicates(List<T> bestFirst, Function<T, Box> boxOf) {
    List<T> kept = new ArrayList<>(bestFirst.size());
    for (T candidate : bestFirst) {
      Box box = boxOf.apply(candidate);
      if (kept.stream().noneMatch(better -> isDuplicate(box, boxOf.apply(better)))) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  /** Whether two boxes are the same face, perhaps seen at different scales. */
  public static boolean isDuplicate(Box a, Box b) {
    return shared(a, b) > MAX_SHARED;
  }

  private static double shared(Box a, Box b) {
    return a.intersection(b) / Math.min(a.area(), b.area());
  }
}
