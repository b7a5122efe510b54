package io.moodline.app.traffic;

import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How often people at one place and hour show each emotion.
 *
 * @param weights eight weights in the order of {@link Emotion}, 0 or more, not all 0
 */
public record Mood(List<Double> weights) {

  private static final Emotion[] EMOTIONS = Emotion.values();

  /** Most are calm or pleased. */
  public static final Mood GOOD =
      of(
          Map.of(
              Emotion.NEUTRAL, 4.0,
              Emotion.HAPPINESS, 5.0,
              Emotion.SURPRISE, 1.0,
              Emotion.SADNESS, 0.5,
              Emotion.ANGER, 0.3));

  /** Queues are long, and something is wrong with the food. */
  public static final Mood BAD =
      of(
          Map.of(
              Emotion.NEUTRAL, 3.0,
              Emotion.HAPPINESS, 0.4,
              Emotion.SURPRISE, 0.5,
              Emotion.SADNESS, 2.0,
              Emotion.ANGER, 4.0,
              Emotion.DISGUST, 1.0,
              Emotion.FEAR, 0.2,
              Emotion.CONTEMPT, 0.6));

  /** Refuses weights that nothing can be drawn by. */
  public Mood {
    weights = List.copyOf(weights);
    double sum = weights.stream().mapToDouble(w -> w).sum();
    if (weights.size() != EMOTIONS.length || weights.stream().anyMatch(w -> w < 0) || !(sum > 0)) {
      throw new IllegalArgumentException(
          "weights are "
              + weights
              + ", but must be "
              + EMOTIONS.length
              + " numbers of 0 or more that are not all 0");
    }
  }

  /** A mood of these weights; emotions that are not named have 0. */
  public static Mood of(Map<Emotion, Double> weights) {
    List<Double> all = new ArrayList<>();
    for (Emotion emotion : Emotion.values()) {
      all.add(weights.getOrDefault(emotion, 0.0));
    }
    return new Mood(all);
  }

  /** One emotion by chance, as often as its weight says. */
  Emotion draw(Random random) {
    double left = random.nextDouble() * weights.stream().mapToDouble(w -> w).sum();
    int index = 0;
    while (index < EMOTIONS.length - 1 && left >= weights.get(index)) {
      left -= weights.get(index);
      index++;
    }
    return EMOTIONS[index];
  }
}
