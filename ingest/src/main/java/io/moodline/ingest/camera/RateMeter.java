package io.moodline.ingest.camera;

import java.util.ArrayDeque;
import java.util.Deque;

/** Events a second over the last seconds. Not thread-safe. */
final class RateMeter {

  private static final long SPAN_MS = 5000;

  private final Deque<Long> eventsMs = new ArrayDeque<>();
  private long beganMs = Long.MIN_VALUE;

  /** Counts one event. */
  void count(long nowMs) {
    if (beganMs == Long.MIN_VALUE) {
      beganMs = nowMs;
    }
    eventsMs.addLast(nowMs);
    forget(nowMs);
  }

  /** The rate now. */
  double perSecond(long nowMs) {
    forget(nowMs);
    if (eventsMs.isEmpty()) {
      return 0;
    }
    long spanMs = Math.max(1000, Math.min(SPAN_MS, nowMs - beganMs));
    return eventsMs.size() * 1000.0 / spanMs;
  }

  private void forget(long nowMs) {
    while (!eventsMs.isEmpty() && eventsMs.getFirst() <= nowMs - SPAN_MS) {
      eventsMs.removeFirst();
    }
  }
}
