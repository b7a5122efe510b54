package io.moodline.app.traffic;

import java.util.Random;

/**
 * When people come before one camera: a Poisson process whose rate is that of the hour. By
 * thinning: candidates come at the highest rate of all hours, and each is kept with the probability
 * that its hour's rate is of that. Not thread-safe.
 */
final class Arrivals {

  private static final double HOUR_MS = 3_600_000;

  private final TrafficSite site;
  private final Random random;
  private final long endMs;
  private double atMs;

  /**
   * @param fromMs nobody comes before, epoch milliseconds
   * @param endMs nobody comes from here on, epoch milliseconds
   */
  Arrivals(TrafficSite site, Random random, long fromMs, long endMs) {
    this.site = site;
    this.random = random;
    this.endMs = endMs;
    this.atMs = fromMs;
  }

  /** The next arrival, epoch milliseconds; Long.MAX_VALUE when nobody comes any more. */
  long next() {
    double most = site.mostVisitsPerHour();
    while (most > 0 && atMs < endMs) {
      atMs -= Math.log1p(-random.nextDouble()) * HOUR_MS / most;
      long at = (long) atMs;
      if (random.nextDouble() * most < site.visitsPerHourAt(at) && at < endMs) {
        return at;
      }
    }
    return Long.MAX_VALUE;
  }
}
