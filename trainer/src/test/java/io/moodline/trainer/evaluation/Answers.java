package io.moodline.trainer.evaluation;

import io.moodline.schemas.Emotion;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Answers for tests. */
final class Answers {

  private Answers() {}

  /** An answer that gives one emotion a probability and spreads the rest over the others. */
  static Answer of(Emotion truth, Emotion top, double confidence) {
    float[] probabilities = new float[Emotion.values().length];
    Arrays.fill(probabilities, (float) ((1 - confidence) / (probabilities.length - 1)));
    probabilities[top.ordinal()] = (float) confidence;
    return new Answer(truth, probabilities);
  }

  /** Any answers. */
  static Arbitrary<List<Answer>> any() {
    Arbitrary<float[]> weights =
        Arbitraries.floats().between(0.01f, 1).array(float[].class).ofSize(8);
    return Combinators.combine(Arbitraries.of(Emotion.class), weights)
        .as((truth, some) -> new Answer(truth, normalised(some)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static float[] normalised(float[] weights) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    float[] shares = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = (float) (weights[i] / sum);
    }
    return shares;
  }
}
