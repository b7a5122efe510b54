package io.moodline.detector.evaluation;

import io.moodline.detector.evaluation.PictureDraft.Row;
import io.moodline.detector.geometry.Box;
import io.moodline.detector.image.PictureSize;

/** What a marked box must be. */
final class BoxRules {

  /** Annotation tools differ on whether the last pixel is within, and shares are rounded. */
  private static final double TOLERANCE_PX = 1;

  private BoxRules() {}

  /**
   * The box in pixels of its picture.
   *
   * @throws IllegalArgumentException when there is no such box in the picture; the message says why
   */
  static Box check(Row row, PictureSize size) {
    double scaleX = row.inShares() ? size.width() : 1;
    double scaleY = row.inShares() ? size.height() : 1;
    double x1 = row.x1() * scaleX;
    double y1 = row.y1() * scaleY;
    double x2 = row.x2() * scaleX;
    double y2 = row.y2() * scaleY;
    requireSize("x", "wide", x1, x2);
    requireSize("y", "high", y1, y2);
    if (Math.min(x1, y1) < -TOLERANCE_PX
        || x2 > size.width() + TOLERANCE_PX
        || y2 > size.height() + TOLERANCE_PX) {
      throw new IllegalArgumentException(
          "the box %s,%s to %s,%s reaches out of its picture of %d x %d pixels"
              .formatted(text(x1), text(y1), text(x2), text(y2), size.width(), size.height()));
    }
    return new Box(x1, y1, x2, y2).within(size.width(), size.height());
  }

  private static void requireSize(String axis, String extent, double from, double to) {
    if (from > to) {
      throw new IllegalArgumentException(
          "the box is reversed: %s1 is %s, but %s2 only %s"
              .formatted(axis, text(from), axis, text(to)));
    }
    if (from == to) {
      throw new IllegalArgumentException("the box is 0 pixels " + extent);
    }
  }

  /** Without a fraction where there is none. */
  private static String text(double pixels) {
    return pixels == Math.rint(pixels) && Math.abs(pixels) < 1e9
        ? Long.toString((long) pixels)
        : Double.toString(pixels);
  }
}
