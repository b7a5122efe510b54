package io.moodline.app.evaluate.detector;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How long the calling thread has worked. Finders use no other thread, so that what else the
 * machine does shows little in this, and much in the time by the clock.
 */
final class ThreadClock {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ThreadClock() {}

  /** Nanoseconds of CPU time; by the clock where the platform does not count them. */
  static long nanos() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
