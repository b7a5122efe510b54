package io.moodline.trainer.quality;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the pairs of pictures that correlate strongly, without comparing all with all pixel by
 * pixel: pictures are sorted by the first number of their {@link FrequencySketch}, only those near
 * in it are compared sketch by sketch, and only those near in all of it pixel by pixel. No pair is
 * missed, as a sketch's distance is never above the pictures' own.
 */
final class CorrelationSearch {

  /** Rounding in the sketches, which are of single precision. */
  private static final double SLACK = 1e-4;

  private static final int LENGTH = FrequencySketch.LENGTH;

  /** Takes pairs. */
  @FunctionalInterface
  interface Visitor {
    void found(int first, int second, double correlation);

    /** True for a pair that need not be compared, as nothing would follow from it. */
    default boolean skips(int first, int second) {
      return false;
    }
  }

  private final List<byte[]> pictures;
  private final Moments[] moments;

  /** The pictures that are not constant, by the first number of their sketch. */
  private final int[] order;

  /** Their sketches, in that order, one after the other. */
  private final float[] sketches;

  /**
   * Prepares the search.
   *
   * @param pictures pictures of 48 x 48 gray values; constant ones correlate with nothing
   */
  CorrelationSearch(List<byte[]> pictures) {
    this.pictures = pictures;
    this.moments = pictures.stream().map(Moments::of).toArray(Moments[]::new);
    float[][] unsorted = new float[moments.length][];
    for (int i = 0; i < moments.length; i++) {
      if (!moments[i].isConstant()) {
        unsorted[i] = FrequencySketch.of(pictures.get(i), moments[i]);
      }
    }
    this.order =
        IntStream.range(0, moments.length)
            .filter(i -> unsorted[i] != null)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> unsorted[i][0]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.sketches = new float[order.length * LENGTH];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(unsorted[order[i]], 0, sketches, i * LENGTH, LENGTH);
    }
  }

  /**
   * Shows every pair whose correlation is above a threshold, the picture with the smaller index
   * first; in no particular order of pairs, but always in the same.
   *
   * @param threshold from above 0 to below 1
   */
  void forEach(double threshold, Visitor visitor) {
    float limit = (float) (2 - 2 * threshold + SLACK);
    float window = (float) Math.sqrt(limit);
    for (int i = 0; i < order.length; i++) {
      float end = sketches[i * LENGTH] + window;
      for (int j = i + 1; j < order.length && sketches[j * LENGTH] <= end; j++) {
        if (isNear(i * LENGTH, j * LENGTH, limit)) {
          compare(order[i], order[j], threshold, visitor);
        }
      }
    }
  }

  /** Stops at the first number that makes the distance too large: most pairs differ at once. */
  private boolean isNear(int a, int b, float limit) {
    float distance = 0;
    for (int k = 0; k < LENGTH; k++) {
      float difference = sketches[a + k] - sketches[b + k];
      distance += difference * difference;
      if (distance > limit) {
        return false;
      }
    }
    return true;
  }

  private void compare(int a, int b, double threshold, Visitor visitor) {
    int first = Math.min(a, b);
    int second = Math.max(a, b);
    if (visitor.skips(first, second)) {
      return;
    }
    double correlation =
        moments[first].correlation(
            moments[second], products(pictures.get(first), pictures.get(second)));
    if (correlation > threshold) {
      visitor.found(first, second, correlation);
    }
  }

  private static int products(byte[] a, byte[] b) {
    int sum = 0; // At most 2304 x 255 x 255, which fits.
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] & 0xff) * (b[i] & 0xff);
    }
    return sum;
  }
}
