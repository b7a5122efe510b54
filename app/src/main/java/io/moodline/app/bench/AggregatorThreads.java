package io.moodline.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * Processor time of the aggregator's threads, told from the broker's in the same process by their
 * names. Native threads (of RocksDB, the compiler and the garbage collector) have no names here:
 * they are in the process's time only.
 *
 * @param streamNanos of stream threads, which do the aggregator's work
 * @param otherNanos of its other threads: those that send what it writes, and heartbeats
 * @param processNanos of the whole process, the broker's share included
 * @param wallNanos when this was taken, by a clock that has no begin
 */
record AggregatorThreads(long streamNanos, long otherNanos, long processNanos, long wallNanos) {

  private static final String STREAM_THREAD = "-StreamThread-";

  /**
   * What they have used so far.
   *
   * @param application the aggregator's application id, which is in the names
   */
  static AggregatorThreads now(String application) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long stream = 0;
    long other = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread == null || !thread.getThreadName().contains(application)) {
        continue;
      }
      long used = Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      String name = thread.getThreadName();
      if (name.startsWith(application) && name.contains(STREAM_THREAD)) {
        stream += used;
      } else {
        other += used;
      }
    }
    long process =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getProcessCpuTime()
            : 0;
    return new AggregatorThreads(stream, other, process, System.nanoTime());
  }

  /** What has been used since. */
  AggregatorThreads since(AggregatorThreads before) {
    return new AggregatorThreads(
        streamNanos - before.streamNanos,
        otherNanos - before.otherNanos,
        processNanos - before.processNanos,
        wallNanos - before.wallNanos);
  }

  double streamSeconds() {
    return streamNanos / 1e9;
  }

  /** Of stream threads and the others of the aggregator. */
  double aggregatorSeconds() {
    return (streamNanos + otherNanos) / 1e9;
  }

  double processSeconds() {
    return processNanos / 1e9;
  }

  double wallSeconds() {
    return wallNanos / 1e9;
  }
}
