package io.moodline.trainer.balance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much each class's errors count, so that rare classes are not drowned. Immutable.
 *
 * <p>Of n faces in k classes, n<sub>c</sub> are of class c; a face that is shared between classes
 * counts by its shares.
 */
public interface WeightRule {

  /** Every class counts 1. */
  WeightRule NONE = ComputedWeights.NONE;

  /** {@code n / (k n_c)}: every class counts the same in sum; the mean over faces is 1. */
  WeightRule BALANCED = ComputedWeights.BALANCED;

  /**
   * In proportion to {@code 1 / sqrt(n_c)}, scaled so that the mean over faces is 1: between none
   * and balanced.
   */
  WeightRule INVERSE_SQRT = ComputedWeights.INVERSE_SQRT;

  /**
   * A weight for each class.
   *
   * @param faces how many faces each class has, in the same order
   * @throws IllegalArgumentException as {@link ClassPlan#weights} says
   */
  float[] weights(List<TrainingClass> classes, double[] faces);

  /**
   * Reads {@code none}, {@code balanced}, {@code inverse-sqrt}, or weights by class as {@code
   * anger=2,anger+disgust=1.5}; classes not named weigh 1. {@code toString} gives the text back.
   *
   * @throws IllegalArgumentException when the text is none of these, or a weight is not above 0 and
   *     up to 1000; the message says which
   */
  static WeightRule parse(String text) {
    return Stream.<WeightRule>of(ComputedWeights.values())
        .filter(rule -> rule.toString().equals(text.strip()))
        .findFirst()
        .orElseGet(() -> ExplicitWeights.parse(text));
  }

  /** Weights by class name; classes not named weigh 1. */
  static WeightRule explicit(Map<String, Double> weights) {
    return new ExplicitWeights(weights);
  }
}
