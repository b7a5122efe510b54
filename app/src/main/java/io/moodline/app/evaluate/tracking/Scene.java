package io.moodline.app.evaluate.tracking;

import io.moodline.app.evaluate.tracking.SimulatedDetector.Seen;
import java.util.List;

/** Where people's faces are, at any time. */
interface Scene {

  /**
   * Who is there; also those who are hidden, or not.
   *
   * @param ms since the scene began, 0 or more
   */
  List<Seen> at(long ms);
}
