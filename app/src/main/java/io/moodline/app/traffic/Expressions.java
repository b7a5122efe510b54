package io.moodline.app.traffic;

import io.moodline.app.traffic.Visit.Showing;
import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a model would read in a face: never quite what it shows. Not thread-safe. */
final class Expressions {

  private static final Emotion[] EMOTIONS = Emotion.values();
  private static final double NOISE = 0.04;
  private static final double LEAST = 0.002;
  private static final double FLICKER_STRENGTH = 0.8;

  private final double flickerShare;
  private final Random random;

  Expressions(double flickerShare, Random random) {
    this.flickerShare = flickerShare;
    this.random = random;
  }

  /** Eight probabilities in the order of {@link Emotion}, summing to 1. */
  List<Float> of(Showing showing) {
    if (random.nextDouble() < flickerShare) {
      return noisy(EMOTIONS[random.nextInt(EMOTIONS.length)], FLICKER_STRENGTH);
    }
    return noisy(showing.emotion(), showing.strength());
  }

  private List<Float> noisy(Emotion shown, double strength) {
    double[] values = new double[EMOTIONS.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double plain = i == shown.ordinal() ? strength : (1 - strength) / (values.length - 1);
      values[i] = Math.max(LEAST, plain + NOISE * random.nextGaussian());
      sum += values[i];
    }
    List<Float> floats = new ArrayList<>(values.length);
    for (double value : values) {
      floats.add((float) (value / sum));
    }
    return floats;
  }
}
