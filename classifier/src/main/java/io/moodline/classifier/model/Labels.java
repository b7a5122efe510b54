package io.moodline.classifier.model;

import io.moodline.schemas.Emotion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What models call the emotions. */
final class Labels {

  /** What a card maps an output to that is no emotion, such as "unknown". */
  static final String IGNORED = "IGNORED";

  private static final Map<String, Emotion> SYNONYMS = synonyms();

  private Labels() {}

  /** The emotion that a label commonly means; upper and lower case are the same. */
  static Optional<Emotion> commonMeaning(String label) {
    return Optional.ofNullable(SYNONYMS.get(normalised(label)));
  }

  /** The emotion of exactly this name; upper and lower case are the same. */
  static Optional<Emotion> named(String name) {
    return Arrays.stream(Emotion.values())
        .filter(emotion -> emotion.name().equals(normalised(name)))
        .findFirst();
  }

  /** True when a card says that an output is to be left out. */
  static boolean isIgnored(String name) {
    return normalised(name).equals(IGNORED);
  }

  /** The names of all emotions, for messages. */
  static String allNames() {
    return Arrays.stream(Emotion.values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  private static String normalised(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  private static Map<String, Emotion> synonyms() {
    Map<String, Emotion> all = new HashMap<>();
    for (Emotion emotion : Emotion.values()) {
      all.put(emotion.name(), emotion);
    }
    all.put("HAPPY", Emotion.HAPPINESS);
    all.put("JOY", Emotion.HAPPINESS);
    all.put("SURPRISED", Emotion.SURPRISE);
    all.put("SAD", Emotion.SADNESS);
    all.put("ANGRY", Emotion.ANGER);
    all.put("DISGUSTED", Emotion.DISGUST);
    all.put("AFRAID", Emotion.FEAR);
    all.put("FEARFUL", Emotion.FEAR);
    all.put("SCARED", Emotion.FEAR);
    all.put("CONTEMPTUOUS", Emotion.CONTEMPT);
    return Map.copyOf(all);
  }
}
