package io.moodline.trainer.evaluation;

import io.moodline.schemas.Emotion;
import java.util.Arrays;

/**
 * What a model says of one face, beside what people named it.
 *
 * @param truth what people named it
 * @param probabilities one for each {@link Emotion} in its order, each 0 to 1, summing to 1;
 *     shared, not to be changed
 */
public record Answer(Emotion truth, float[] probabilities) {

  private static final double SUM_TOLERANCE = 1e-3;

  /**
   * @throws IllegalArgumentException when the numbers are no probabilities
   */
  public Answer {
    double sum = 0;
    boolean inRange = probabilities.length == Emotion.values().length;
    for (float probability : probabilities) {
      inRange &= probability >= 0 && probability <= 1 + SUM_TOLERANCE;
      sum += probability;
    }
    if (!inRange || Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException(
          "probabilities are "
              + Arrays.toString(probabilities)
              + ", but must be "
              + Emotion.values().length
              + " numbers of 0 to 1 that sum to 1");
    }
  }

  /** The emotion with the largest probability, the first of equals. */
  public Emotion top() {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return Emotion.values()[best];
  }

  /** The largest probability. */
  public double confidence() {
    return probabilities[top().ordinal()];
  }

  /** The probability of the truth. */
  public double ofTruth() {
    return probabilities[truth.ordinal()];
  }

  /** True when the model says what people named it. */
  public boolean isRight() {
    return top() == truth;
  }
}
