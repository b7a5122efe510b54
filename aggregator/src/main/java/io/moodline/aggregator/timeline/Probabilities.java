package io.moodline.aggregator.timeline;

import io.moodline.schemas.Emotion;
import java.util.List;

/** Arithmetic on arrays of eight probabilities in the order of {@link Emotion}. */
public final class Probabilities {

  /** How many emotions there are. */
  public static final int SIZE = Emotion.values().length;

  private static final Emotion[] EMOTIONS = Emotion.values();
  private static final double SUM_TOLERANCE = 0.02;

  private Probabilities() {}

  /**
   * Reads the probabilities of an event.
   *
   * @throws IllegalArgumentException unless there are eight numbers of 0 to 1 that sum to 1
   */
  public static double[] of(List<Float> values) {
    if (values.size() != SIZE) {
      throw new IllegalArgumentException(
          "an event has " + values.size() + " probabilities, but must have " + SIZE);
    }
    double[] result = new double[SIZE];
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      result[i] = values.get(i);
      sum += result[i];
      if (!(result[i] >= 0 && result[i] <= 1)) {
        throw new IllegalArgumentException(
            "the probability of " + EMOTIONS[i] + " is " + result[i] + ", but must be 0 to 1");
      }
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException("the probabilities sum to " + sum + ", but must to 1");
    }
    return result;
  }

  /** The emotion of the highest value; the first of them when several are. */
  public static Emotion highest(double[] values) {
    int best = 0;
    for (int i = 1; i < SIZE; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return EMOTIONS[best];
  }

  /** A new array: the sum of both. */
  public static double[] plus(double[] a, double[] b) {
    double[] sum = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }

  /** A new array: each value divided by {@code by}. */
  public static double[] divided(double[] values, double by) {
    double[] result = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      result[i] = values[i] / by;
    }
    return result;
  }
}
