package io.moodline.app.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations in milliseconds, and what can be said of them. Not thread-safe. */
final class Latencies {

  private final List<Long> values = new ArrayList<>();

  void add(long ms) {
    values.add(ms);
  }

  int count() {
    return values.size();
  }

  /**
   * The smallest value that at least {@code percent} percent of all do not exceed (nearest rank).
   *
   * @param percent above 0, at most 100
   * @throws IllegalStateException when there are no values
   */
  long percentile(double percent) {
    if (values.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(Math.max(1, rank) - 1);
  }
}
