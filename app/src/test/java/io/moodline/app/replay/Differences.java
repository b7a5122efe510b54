package io.moodline.app.replay;

import java.util.ArrayList;
import java.util.List;

/** What is not as it should be; comparing a hundred thousand windows must not stop at the first. */
final class Differences {

  private static final int SHOWN = 20;

  private final List<String> found = new ArrayList<>();

  void same(String where, String what, Object said, Object expected) {
    if (!said.equals(expected)) {
      add(where + ": " + what + " is " + said + " instead of " + expected);
    }
  }

  /** NaN and NaN are near to each other. */
  void near(String where, String what, double said, double expected, double by) {
    boolean bothAbsent = Double.isNaN(said) && Double.isNaN(expected);
    if (!bothAbsent && !(Math.abs(said - expected) <= by)) {
      add(where + ": " + what + " is " + said + " instead of " + expected);
    }
  }

  private void add(String difference) {
    found.add(difference);
  }

  /** The first of them. */
  List<String> found() {
    return found.size() <= SHOWN ? found : found.subList(0, SHOWN);
  }
}
