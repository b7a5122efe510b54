package io.moodline.aggregator.trend;

/** Tumbling windows over capture time: half-open, aligned to multiples of their length. */
public final class Windows {

  /** The short window, milliseconds. */
  public static final long TEN_SECONDS = 10_000;

  /** The long window, rolled up from short ones, milliseconds. */
  public static final long MINUTE = 60_000;

  private Windows() {}

  /** Begin of the window of length {@code windowMs} that {@code atMs} falls into. */
  public static long start(long atMs, long windowMs) {
    return Math.floorDiv(atMs, windowMs) * windowMs;
  }
}
