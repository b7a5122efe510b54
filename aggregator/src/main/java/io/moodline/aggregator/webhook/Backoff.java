package io.moodline.aggregator.webhook;

/**
 * How long to wait before the next attempt: twice as long each time, up to a limit, and at random
 * between half of that and all of it, so that those who failed together do not come back together.
 *
 * @param firstMs before the second attempt, milliseconds, above 0
 * @param maxMs at most, milliseconds
 */
public record Backoff(long firstMs, long maxMs) {

  private static final int MOST_DOUBLINGS = 30;

  /**
   * The wait after some attempts have failed.
   *
   * @param failures how many, from 1
   * @param random 0 to 1
   * @return milliseconds
   */
  public long delayMs(int failures, double random) {
    int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
    double full = Math.min(maxMs, firstMs * Math.pow(2, doublings));
    return Math.round(full * (0.5 + random / 2));
  }
}
