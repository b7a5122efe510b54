package io.moodline.detector.evaluation;

import io.moodline.detector.geometry.Box;
import java.util.List;

/**
 * Faces of some sizes. A face's size is the side of the square of its box's area.
 *
 * @param name for tables
 * @param from least size, pixels of the picture
 * @param to largest size (exclusive), pixels of the picture
 */
public record SizeBand(String name, double from, double to) {

  /** Faces of every size. */
  public static final SizeBand ALL = new SizeBand("all", 0, Double.POSITIVE_INFINITY);

  /** What reports tell apart: all faces, then each band. */
  public static final List<SizeBand> REPORTED =
      List.of(
          ALL,
          new SizeBand("< 32 px", 0, 32),
          new SizeBand("32 - 64 px", 32, 64),
          new SizeBand("64 - 128 px", 64, 128),
          new SizeBand(">= 128 px", 128, Double.POSITIVE_INFINITY));

  /** True when a box is of these sizes. */
  public boolean contains(Box box) {
    return box.size() >= from && box.size() < to;
  }
}
