package io.moodline.app.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what is open when the process is asked to end: by Ctrl-C, by kill, by its own exit. */
final class Shutdown {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private Shutdown() {}

  /** Closes these when the process ends, in this order. */
  static void onExit(AutoCloseable... resources) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAll(resources), "shutdown"));
  }

  private static void closeAll(AutoCloseable... resources) {
    for (AutoCloseable resource : resources) {
      try {
        resource.close();
      } catch (Exception e) {
        LOG.warn("could not close {}", resource, e);
      }
    }
  }
}
