package io.moodline.ingest.camera;

import java.util.ArrayList;
import java.util.List;

/**
 * Decoders of one camera that were given up and still hang. Native code cannot be ended, and each
 * holds a thread and memory, so there may be only so many. Not thread-safe.
 */
final class HungDecoders {

  /** Most that may hang before no more are begun. */
  static final int MOST = 4;

  /** What is said then. */
  static final String TOO_MANY =
      MOST + " decoders of this camera hang, and no more are begun until one of them ends";

  private final List<Thread> threads = new ArrayList<>();

  void add(Thread decoder) {
    threads.add(decoder);
  }

  /** True while as many hang as may. */
  boolean tooMany() {
    threads.removeIf(thread -> !thread.isAlive());
    return threads.size() >= MOST;
  }
}
