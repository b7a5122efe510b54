package io.moodline.trainer.evaluation;

import io.moodline.schemas.Emotion;
import java.util.List;

/**
 * Everything that answers say of a model.
 *
 * @param confusion what was answered for what; accuracy and the classes' figures come from it
 * @param accuracyInterval where the accuracy most likely lies, 95%
 * @param calibration whether the model is right as often as it says
 * @param negativeLogLikelihood mean of {@code -ln} of the truth's probability, 0 or more; smaller
 *     is better
 */
public record Scores(
    ConfusionMatrix confusion,
    Interval accuracyInterval,
    Calibration calibration,
    double negativeLogLikelihood) {

  /**
   * Probabilities below this count as this: a model without a class says 0, whose logarithm would
   * hide all else.
   */
  public static final double LEAST_PROBABILITY = 1e-6;

  /**
   * The scores of these answers.
   *
   * @param classes what the truth may be
   * @throws IllegalArgumentException when the truth of an answer is none of the classes
   */
  public static Scores of(List<Emotion> classes, List<Answer> answers) {
    ConfusionMatrix confusion = ConfusionMatrix.of(classes, answers);
    return new Scores(
        confusion,
        Interval.wilson(confusion.right(), confusion.faces()),
        Calibration.of(answers),
        negativeLogLikelihood(answers));
  }

  private static double negativeLogLikelihood(List<Answer> answers) {
    return answers.stream()
        .mapToDouble(answer -> -Math.log(Math.max(LEAST_PROBABILITY, answer.ofTruth())))
        .average()
        .orElse(0);
  }

  /** How many faces were judged. */
  public int faces() {
    return confusion.faces();
  }

  /** The share of right answers, 0 to 1. */
  public double accuracy() {
    return confusion.accuracy();
  }
}
