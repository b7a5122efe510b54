package io.moodline.detector;

import io.moodline.detector.search.Search;
import io.moodline.schemas.Frame;

/**
 * In which frames faces are looked for; in the others the tracker carries their boxes on. Files are
 * searched at a fixed pace, so that a replay gives the same faces.
 *
 * @param every look in every n-th frame, 1 or more; 0: chosen by load
 * @param freshness tells how late frames are
 */
record SearchPace(int every, Freshness freshness) {

  /** The longest step that load may lead to. */
  static final int MAX_BY_LOAD = 5;

  /** True when the frame's faces are to be looked for. */
  boolean isDue(Frame frame, Search search) {
    int step = search.every().orElse(every);
    return frame.getSequence() % (step == 0 ? byLoad(frame) : step) == 0;
  }

  /**
   * 1 while live frames come early, one more for each fifth of the age at which they would be shed.
   */
  private int byLoad(Frame frame) {
    if (!frame.getLive()) {
      return 1;
    }
    double late = (double) freshness.ageMs(frame) / freshness.maxAge().toMillis();
    return Math.max(1, Math.min(MAX_BY_LOAD, 1 + (int) Math.floor(late * MAX_BY_LOAD)));
  }
}
