package io.moodline.app.traffic;

/**
 * A time in which a camera gives nothing.
 *
 * @param fromMs its begin, epoch milliseconds
 * @param toMs its end (exclusive), epoch milliseconds
 * @param reason what the camera's status says meanwhile
 */
public record Outage(long fromMs, long toMs, String reason) {

  /** Refuses an end before the begin. */
  public Outage {
    if (toMs < fromMs) {
      throw new IllegalArgumentException("an outage from " + fromMs + " cannot end at " + toMs);
    }
  }
}
