package io.moodline.trainer.evaluation;

import io.moodline.emotion.LabelSmoothing;
import java.util.Arrays;

/**
 * The temperature, and the label smoothing to take off again, that together make a model's
 * confidence most honest: those by which the targets become most likely. They change no answer,
 * only how sure it is.
 *
 * @param temperature by which logits are divided, 0.05 to 20
 * @param smoothing as {@link LabelSmoothing} takes off after the softmax, 0 to 0.4
 * @param loss mean cross-entropy with both, nats
 */
public record ConfidenceFit(double temperature, double smoothing, double loss) {

  /** The most smoothing that is looked at. */
  public static final double MOST = 0.4;

  private static final double STEP = 0.01;

  /**
   * Fits on faces that the model did not learn from, and that it is not judged by afterwards: for
   * each smoothing, in steps of 0.01, the best temperature.
   *
   * @param logits {@code [faces][classes]}
   * @param targets {@code [faces][classes]}, shares of 0 to 1 that sum to 1 for each face
   * @throws IllegalArgumentException when there is no face, or the shapes differ, or a logit is no
   *     finite number
   */
  public static ConfidenceFit of(float[][] logits, float[][] targets) {
    TemperatureFit plain = TemperatureFit.of(logits, targets);
    ConfidenceFit best = new ConfidenceFit(plain.temperature(), 0, plain.lossAfter());
    for (int step = 1; step * STEP <= MOST; step++) {
      double smoothing = step * STEP;
      TemperatureFit fit = TemperatureFit.of(t -> loss(logits, targets, t, smoothing));
      if (fit.lossAfter() < best.loss()) {
        best = new ConfidenceFit(fit.temperature(), smoothing, fit.lossAfter());
      }
    }
    return best;
  }

  /**
   * Mean cross-entropy of targets and what is left of {@code softmax(logits / temperature)} when
   * smoothing is taken off, nats.
   */
  static double loss(float[][] logits, float[][] targets, double temperature, double smoothing) {
    double sum = 0;
    for (int face = 0; face < logits.length; face++) {
      double[] probabilities = softmax(logits[face], temperature);
      LabelSmoothing.undo(probabilities, smoothing);
      for (int i = 0; i < probabilities.length; i++) {
        if (targets[face][i] > 0) {
          sum -= targets[face][i] * Math.log(Math.max(probabilities[i], Double.MIN_NORMAL));
        }
      }
    }
    return sum / logits.length;
  }

  private static double[] softmax(float[] logits, double temperature) {
    double[] weights = new double[logits.length];
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp((logits[i] - max) / temperature);
    }
    double total = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= total;
    }
    return weights;
  }
}
