package io.moodline.ingest.flow;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: they double from a first one up to a cap, each shortened at random by up
 * to half, so that cameras that dropped together do not all come back in the same moment.
 *
 * <p>Not thread-safe.
 */
public final class Backoff {

  private final Duration first;
  private final Duration cap;
  private final RandomGenerator random;
  private int failures;

  /**
   * @param first the first pause, before it is shortened
   * @param cap the longest pause
   * @param random decides how much each is shortened
   */
  public Backoff(Duration first, Duration cap, RandomGenerator random) {
    if (first.isZero() || first.isNegative() || cap.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "the first pause is "
              + first
              + " and the longest "
              + cap
              + "; it must be 0 < first <= longest");
    }
    this.first = first;
    this.cap = cap;
    this.random = random;
  }

  /** The pause before the next attempt: from half of, up to, min(cap, first * 2^failures). */
  public Duration next() {
    long full = first.toMillis();
    for (int i = 0; i < failures && full < cap.toMillis(); i++) {
      full *= 2;
    }
    full = Math.min(full, cap.toMillis());
    failures++;
    return Duration.ofMillis(full / 2 + Math.round(random.nextDouble() * (full - full / 2)));
  }

  /** It works again: the next pause is the first one. */
  public void reset() {
    failures = 0;
  }
}
