package io.moodline.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a model is right as often as it says.
 *
 * <p>Answers are put into 15 bins of equal width by their largest probability; the expected
 * calibration error is the mean distance of accuracy and confidence of the bins, weighed by their
 * faces. From C. Guo and others, "On Calibration of Modern Neural Networks", ICML 2017.
 *
 * @param bins from the least confident to the most, empty ones included
 * @param error the expected calibration error, 0 (perfect) to 1; 0 when there is no face
 */
public record Calibration(List<Bin> bins, double error) {

  /** How many bins there are, as in the paper. */
  public static final int BINS = 15;

  /**
   * Answers of nearly the same confidence.
   *
   * @param from least confidence, not itself in the bin
   * @param to most confidence, in the bin
   * @param faces how many answers
   * @param confidence their mean confidence, 0 to 1; 0 when there are none
   * @param accuracy the share of them that is right, 0 to 1; 0 when there are none
   */
  public record Bin(double from, double to, int faces, double confidence, double accuracy) {

    /** How far accuracy and confidence are apart. */
    public double gap() {
      return Math.abs(accuracy - confidence);
    }
  }

  public Calibration {
    bins = List.copyOf(bins);
  }

  /** The calibration of these answers. */
  public static Calibration of(List<Answer> answers) {
    int[] faces = new int[BINS];
    int[] right = new int[BINS];
    double[] confidence = new double[BINS];
    for (Answer answer : answers) {
      int bin = binOf(answer.confidence());
      faces[bin]++;
      right[bin] += answer.isRight() ? 1 : 0;
      confidence[bin] += answer.confidence();
    }
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int i = 0; i < BINS; i++) {
      int some = Math.max(1, faces[i]);
      Bin bin =
          new Bin(
              (double) i / BINS,
              (double) (i + 1) / BINS,
              faces[i],
              confidence[i] / some,
              (double) right[i] / some);
      bins.add(bin);
      error += bin.gap() * faces[i] / Math.max(1, answers.size());
    }
    return new Calibration(bins, error);
  }

  /** A bin holds its upper edge, not its lower one. */
  private static int binOf(double confidence) {
    return Math.max(0, Math.min(BINS - 1, (int) Math.ceil(confidence * BINS) - 1));
  }
}
