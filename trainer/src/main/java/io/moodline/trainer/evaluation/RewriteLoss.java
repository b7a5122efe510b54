package io.moodline.trainer.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a model lost by being rewritten, as in 8 bits: both are judged on the same faces.
 *
 * @param wrong the share of wrong answers
 * @param surprise mean of {@code -ln} of the truth's probability, each model at its own best
 *     temperature
 */
public record RewriteLoss(Change wrong, Change surprise) {

  /** Two hundredths more wrong answers cost more than what some milliseconds are worth. */
  private static final double MOST_WRONG = 0.02;

  /** About what two hundredths of the answers cost in likelihood, nats. */
  private static final double MOST_SURPRISE = 0.05;

  /**
   * A figure of both models; smaller is better.
   *
   * @param before of the model that it was made from
   * @param after of the rewritten one
   * @param error standard error of {@code after - before}, from the differences face by face
   */
  public record Change(double before, double after, double error) {

    /** True when it grew by more than a limit, and chance (two standard errors) explains it not. */
    boolean exceeds(double limit) {
      return !(after - before - 2 * error <= limit);
    }

    private static Change of(double[] before, double[] after) {
      int faces = before.length;
      double meanBefore = IntStream.range(0, faces).mapToDouble(i -> before[i]).sum() / faces;
      double meanAfter = IntStream.range(0, faces).mapToDouble(i -> after[i]).sum() / faces;
      double squares = 0;
      for (int i = 0; i < faces; i++) {
        double off = after[i] - before[i] - (meanAfter - meanBefore);
        squares += off * off;
      }
      return new Change(meanBefore, meanAfter, Math.sqrt(squares) / faces);
    }
  }

  /**
   * Compares two models.
   *
   * @param before logits {@code [faces][classes]} of the model that it was made from, finite
   * @param after of the rewritten one
   * @param truths the class of each face
   * @throws IllegalArgumentException when there is no face, or a logit of {@code before} is not
   *     finite
   */
  public static RewriteLoss of(float[][] before, float[][] after, int[] truths) {
    double[] surprisedBefore = surprises(before, truths);
    double[] surprisedAfter = new double[truths.length];
    if (finite(after)) {
      surprisedAfter = surprises(after, truths);
    } else {
      Arrays.fill(surprisedAfter, Double.POSITIVE_INFINITY);
    }
    return new RewriteLoss(
        Change.of(wrongs(before, truths), wrongs(after, truths)),
        Change.of(surprisedBefore, surprisedAfter));
  }

  /** True when the rewritten model is not worth having. */
  public boolean isRuin() {
    return wrong.exceeds(MOST_WRONG) || surprise.exceeds(MOST_SURPRISE);
  }

  /** The figures, and what is allowed. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "accuracy %.4f, before %.4f (may fall by %.2f); negative log-likelihood %.4f, before %.4f"
            + " (may rise by %.2f)",
        1 - wrong.after(),
        1 - wrong.before(),
        MOST_WRONG,
        surprise.after(),
        surprise.before(),
        MOST_SURPRISE);
  }

  private static double[] surprises(float[][] logits, int[] truths) {
    float[][] targets = new float[truths.length][];
    for (int i = 0; i < truths.length; i++) {
      targets[i] = new float[logits[i].length];
      targets[i][truths[i]] = 1;
    }
    double temperature = TemperatureFit.of(logits, targets).temperature();
    return IntStream.range(0, truths.length)
        .mapToDouble(
            i ->
                TemperatureFit.loss(
                    new float[][] {logits[i]}, new float[][] {targets[i]}, temperature))
        .toArray();
  }

  private static double[] wrongs(float[][] logits, int[] truths) {
    return IntStream.range(0, truths.length)
        .mapToDouble(i -> largest(logits[i]) == truths[i] ? 0 : 1)
        .toArray();
  }

  private static int largest(float[] numbers) {
    int largest = 0;
    for (int i = 1; i < numbers.length; i++) {
      largest = numbers[i] > numbers[largest] ? i : largest;
    }
    return largest;
  }

  private static boolean finite(float[][] logits) {
    for (float[] face : logits) {
      for (float logit : face) {
        if (!Float.isFinite(logit)) {
          return false;
        }
      }
    }
    return true;
  }
}
