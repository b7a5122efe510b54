package io.moodline.streams;

import io.moodline.serde.SchemaRegistryException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a service one of whose stream threads dies: the thread is replaced,
 * unless threads die faster than {@value #MAX_DEATHS} a minute. Those that a schema registry is to
 * blame for do not count: the service waits until it is back. Thread-safe.
 */
final class ThreadDeaths {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadDeaths.class);
  static final int MAX_DEATHS = 10;

  private final String service;
  private final LongSupplier nanoTime;
  private final Runnable pause;
  private final Deque<Long> deaths = new ArrayDeque<>();

  /**
   * @param service its name, for messages
   * @param nanoTime a clock that only goes on, nanoseconds
   * @param pause waits before a registry is asked again
   */
  ThreadDeaths(String service, LongSupplier nanoTime, Runnable pause) {
    this.service = service;
    this.nanoTime = nanoTime;
    this.pause = pause;
  }

  /** A thread, the caller's, dies of {@code cause}. */
  StreamThreadExceptionResponse of(Throwable cause) {
    if (SchemaRegistryException.isBehind(cause)) {
      LOG.warn("{}: waits for the schema registry: {}", service, cause.toString());
      pause.run();
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (cause instanceof VirtualMachineError || areTooMany()) {
      LOG.error("{}: stops, its threads keep dying", service, cause);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warn("{}: a stream thread died and is replaced", service, cause);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** With this one. */
  private synchronized boolean areTooMany() {
    long now = nanoTime.getAsLong();
    deaths.add(now);
    while (now - deaths.getFirst() > TimeUnit.MINUTES.toNanos(1)) {
      deaths.removeFirst();
    }
    return deaths.size() > MAX_DEATHS;
  }
}
