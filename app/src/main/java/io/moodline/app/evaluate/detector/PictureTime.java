package io.moodline.app.evaluate.detector;

import java.util.List;

/**
 * How long one thread works on a picture: the medians over pictures, CPU time.
 *
 * @param decodeMillis from file to pixels
 * @param findMillis from pixels to faces, cut out and judged
 */
record PictureTime(double decodeMillis, double findMillis) {

  /** From times in nanoseconds; at least one of each. */
  static PictureTime of(List<Long> decodeNanos, List<Long> findNanos) {
    return new PictureTime(median(decodeNanos) / 1e6, median(findNanos) / 1e6);
  }

  private static double median(List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
  }
}
