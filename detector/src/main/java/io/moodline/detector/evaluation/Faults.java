package io.moodline.detector.evaluation;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with ground truth: either the first fault ends the reading, or all are noted. */
final class Faults {

  private static final int MAX_SHOWN = 80;

  private final boolean skip;
  private final List<String> noted = new ArrayList<>();

  /**
   * @param skip true: note faults and go on
   */
  Faults(boolean skip) {
    this.skip = skip;
  }

  /**
   * Takes a fault.
   *
   * @throws GroundTruthException when the first fault is to end the reading
   */
  void add(Place place, String problem) throws GroundTruthException {
    String fault = place + ": " + problem;
    if (!skip) {
      throw new GroundTruthException(fault);
    }
    noted.add(fault);
  }

  List<String> noted() {
    return List.copyOf(noted);
  }

  /** What others wrote, fit for a message: short, and without control characters. */
  static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= MAX_SHOWN ? plain : plain.substring(0, MAX_SHOWN) + "...";
  }

  /**
   * A line of a file.
   *
   * @param line from 1; 0: the file as a whole
   */
  record Place(String file, int line) {
    @Override
    public String toString() {
      return line == 0 ? file : file + ":" + line;
    }
  }
}
