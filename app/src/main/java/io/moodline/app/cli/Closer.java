package io.moodline.app.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what was opened, last first, once, whoever asks: the command when it is done, or the
 * process when it is asked to end (by Ctrl-C or by kill). Thread-safe.
 */
final class Closer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private boolean closed;

  /** A closer that also works when the process is asked to end. */
  static Closer onExit() {
    Closer closer = new Closer();
    Runtime.getRuntime().addShutdownHook(new Thread(closer::close, "shutdown"));
    return closer;
  }

  /** Closes this, too, when the time comes; at once when it already has. */
  synchronized <T extends AutoCloseable> T add(T resource) {
    if (closed) {
      closeOne(resource);
    } else {
      opened.push(resource);
    }
    return resource;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!opened.isEmpty()) {
      closeOne(opened.pop());
    }
  }

  private static void closeOne(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.warn("could not close {}", resource, e);
    }
  }
}
