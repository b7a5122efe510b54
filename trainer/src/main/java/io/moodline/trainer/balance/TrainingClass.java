package io.moodline.trainer.balance;

import io.moodline.schemas.Emotion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One output of a network.
 *
 * @param emotions the emotions that it stands for, one or more, in the order of the label set
 */
public record TrainingClass(List<Emotion> emotions) {

  public TrainingClass {
    emotions = List.copyOf(emotions);
    if (emotions.isEmpty()) {
      throw new IllegalArgumentException("a class stands for no emotion, but must for one or more");
    }
  }

  /** {@code anger}, or {@code anger+disgust} for a merged one. */
  public String name() {
    return emotions.stream().map(TrainingClass::word).collect(Collectors.joining("+"));
  }

  static String word(Emotion emotion) {
    return emotion.name().toLowerCase(Locale.ROOT);
  }
}
