package io.moodline.app.evaluate.tracking;

/**
 * Under what the tracker is measured.
 *
 * @param faces people at a time, at the most
 * @param fps frames a second, before some are dropped
 * @param drop share of the frames that never arrive, 0 to less than 1
 */
public record Condition(int faces, int fps, double drop) {

  /** Most people at a time. */
  public static final int MAX_FACES = 60;

  /**
   * @throws IllegalArgumentException when a value is out of its range, naming it
   */
  public Condition {
    require(faces >= 1 && faces <= MAX_FACES, "faces", faces, "1 to " + MAX_FACES);
    require(fps >= 1 && fps <= 60, "fps", fps, "1 to 60");
    require(drop >= 0 && drop <= 0.9, "drop", drop, "0 to 0.9");
  }

  static void require(boolean ok, String what, Object value, String allowed) {
    if (!ok) {
      throw new IllegalArgumentException(what + " is " + value + ", but must be " + allowed);
    }
  }
}
