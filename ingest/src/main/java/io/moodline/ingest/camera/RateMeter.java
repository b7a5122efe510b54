package io.moodline.ingest.camera;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Events a second over the last seconds. Not thread-safe. */
final class RateMeter {

  private static final long SPAN_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long LEAST_SPAN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanos;
  private final Deque<Long> events = new ArrayDeque<>();
  private boolean began;
  private long beganNanos;

  /**
   * @param nanos a clock that only goes forward, such as {@link System#nanoTime()}: the wall clock
   *     may be set back, and old events would then never be forgotten
   */
  RateMeter(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Counts one event. */
  void count() {
    long now = nanos.getAsLong();
    if (!began) {
      began = true;
      beganNanos = now;
    }
    events.addLast(now);
    forget(now);
  }

  /** The rate now. */
  double perSecond() {
    long now = nanos.getAsLong();
    forget(now);
    if (events.isEmpty()) {
      return 0;
    }
    long span = Math.max(LEAST_SPAN_NANOS, Math.min(SPAN_NANOS, now - beganNanos));
    return events.size() * 1e9 / span;
  }

  private void forget(long now) {
    while (!events.isEmpty() && now - events.getFirst() >= SPAN_NANOS) {
      events.removeFirst();
    }
  }
}
