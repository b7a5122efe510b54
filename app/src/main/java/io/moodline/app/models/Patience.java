package io.moodline.app.models;

import java.time.Duration;

/**
 * How long a download waits, and how often it tries.
 *
 * @param connect longest wait for a connection
 * @param answer longest wait for an answer, and then for each piece of it
 * @param tries how often without getting any further, 1 or more
 * @param pause before the second try; it doubles from try to try
 */
public record Patience(Duration connect, Duration answer, int tries, Duration pause) {

  /** For people at a console: an offline machine is told so after some seconds. */
  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), 4, Duration.ofSeconds(1));

  public Patience {
    if (tries < 1) {
      throw new IllegalArgumentException("tries is " + tries + ", but must be 1 or more");
    }
  }

  /** The pause after so many failures, 1 or more. */
  Duration pauseAfter(int failures) {
    return pause.multipliedBy(1L << Math.min(failures - 1, 10));
  }
}
