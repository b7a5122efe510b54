package io.moodline.app.demo;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Frames at the speed of a camera. Like a camera, it drops frames that nobody came for: after a
 * stall the next frame is the newest, not the next in number.
 */
final class WallClockPace implements Pace {

  private final DemoOptions options;
  private final LongSupplier nanos;
  private final long begin;

  /**
   * @param nanos a clock that never goes back, as {@link System#nanoTime}
   */
  WallClockPace(DemoOptions options, LongSupplier nanos) {
    this.options = options;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
  }

  @Override
  public long await(long frame) throws InterruptedException {
    long due = TimeUnit.MILLISECONDS.toNanos(options.positionMs(frame));
    long now = nanos.getAsLong() - begin;
    while (now < due) {
      TimeUnit.NANOSECONDS.sleep(due - now);
      now = nanos.getAsLong() - begin;
    }
    long newest = TimeUnit.NANOSECONDS.toMillis(now) * options.fps() / 1000;
    return Math.max(frame, newest);
  }
}
