package io.moodline.ingest.camera;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Capture times of a live source: the wall clock's, strictly increasing. When the wall clock is set
 * back, times go on at their own pace instead of standing still until it has caught up.
 * Thread-safe.
 */
final class LiveTime {

  private static final long STEP_MS = 5;

  private final Clock clock;
  private final LongSupplier nanos;
  private long lastMs = Long.MIN_VALUE;
  private long lastNanos;

  /**
   * @param clock the wall clock
   * @param nanos a clock that only goes forward, such as {@link System#nanoTime()}
   */
  LiveTime(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /** The capture time of a picture taken now, epoch milliseconds. */
  synchronized long next() {
    long nowNanos = nanos.getAsLong();
    long nowMs = clock.millis();
    if (lastMs != Long.MIN_VALUE) {
      long elapsedMs = TimeUnit.NANOSECONDS.toMillis(nowNanos - lastNanos);
      // A few milliseconds of rounding and slewing are no step back.
      boolean steppedBack = nowMs < lastMs + elapsedMs - STEP_MS;
      nowMs = Math.max(lastMs + 1, steppedBack ? lastMs + elapsedMs : nowMs);
    }
    lastMs = nowMs;
    lastNanos = nowNanos;
    return nowMs;
  }
}
