package io.moodline.detector.evaluation;

import io.moodline.detector.evaluation.Faults.Place;
import java.util.ArrayList;
import java.util.List;

/** A picture while its rows are being read. Not thread-safe. */
final class PictureDraft {

  private final String name;
  private final Place place;
  private final List<Row> rows = new ArrayList<>();
  private boolean broken;

  /**
   * @param name as the data set has it
   * @param place where it is first named
   */
  PictureDraft(String name, Place place) {
    this.name = name;
    this.place = place;
  }

  /**
   * A face as it was written down, before the picture's size is known.
   *
   * @param inShares true: the corners are in shares of the picture's size, 0 to 1; false: pixels
   */
  record Row(
      Place place,
      double x1,
      double y1,
      double x2,
      double y2,
      boolean inShares,
      boolean ignored,
      String label) {}

  String name() {
    return name;
  }

  Place place() {
    return place;
  }

  List<Row> rows() {
    return rows;
  }

  void add(Row row) {
    rows.add(row);
  }

  /** Its faces are not all known: to judge by the others would be wrong. */
  void breakUp() {
    broken = true;
  }

  boolean broken() {
    return broken;
  }
}
