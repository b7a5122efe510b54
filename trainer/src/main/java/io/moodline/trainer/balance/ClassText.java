package io.moodline.trainer.balance;

import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Classes as users write them: {@code happiness,anger+disgust}. */
final class ClassText {

  private ClassText() {}

  /**
   * The emotions of each class named.
   *
   * @throws IllegalArgumentException when one is unknown or named twice; the message says which
   */
  static List<Set<Emotion>> groups(String text, Collection<Emotion> known) {
    Set<Emotion> seen = EnumSet.noneOf(Emotion.class);
    List<Set<Emotion>> groups = new ArrayList<>();
    for (String group : text.split(",", -1)) {
      Set<Emotion> emotions = EnumSet.noneOf(Emotion.class);
      for (String word : group.split("\\+", -1)) {
        Emotion emotion = emotion(word.strip(), known);
        if (!seen.add(emotion)) {
          throw new IllegalArgumentException(
              "class " + TrainingClass.word(emotion) + " is named twice in \"" + text + "\"");
        }
        emotions.add(emotion);
      }
      groups.add(emotions);
    }
    return groups;
  }

  /** True when each word is one of these emotions. */
  static boolean isOf(String text, Collection<Emotion> known) {
    return Stream.of(text.split("[,+]", -1))
        .allMatch(word -> find(word.strip(), known).isPresent());
  }

  private static Optional<Emotion> find(String word, Collection<Emotion> known) {
    return known.stream().filter(emotion -> TrainingClass.word(emotion).equals(word)).findFirst();
  }

  private static Emotion emotion(String word, Collection<Emotion> known) {
    return find(word, known)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "class \"" + word + "\" is unknown, but must be one of " + words(known)));
  }

  static String words(Collection<Emotion> emotions) {
    return emotions.stream().map(TrainingClass::word).collect(Collectors.joining(", "));
  }
}
