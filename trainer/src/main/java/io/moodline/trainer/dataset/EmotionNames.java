package io.moodline.trainer.dataset;

import io.moodline.schemas.Emotion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The names and numbers that data sets give emotions. */
final class EmotionNames {

  /** FER-2013's codes: an emotion's code is its place here. */
  private static final List<Emotion> CODES =
      List.of(
          Emotion.ANGER,
          Emotion.DISGUST,
          Emotion.FEAR,
          Emotion.HAPPINESS,
          Emotion.SADNESS,
          Emotion.SURPRISE,
          Emotion.NEUTRAL);

  /** "suprise" is no slip of ours: a FER+ copy that many people have spells its folder so. */
  private static final Map<Emotion, List<String>> WORDS =
      Map.of(
          Emotion.NEUTRAL, List.of("neutral", "neutrality"),
          Emotion.HAPPINESS, List.of("happy", "happiness", "joy"),
          Emotion.SURPRISE, List.of("surprise", "surprised", "suprise"),
          Emotion.SADNESS, List.of("sad", "sadness"),
          Emotion.ANGER, List.of("angry", "anger"),
          Emotion.DISGUST, List.of("disgust", "disgusted"),
          Emotion.FEAR, List.of("fear", "fearful", "afraid"),
          Emotion.CONTEMPT, List.of("contempt", "contemptuous"));

  private static final Map<String, Emotion> BY_WORD = byWord();

  private EmotionNames() {}

  /** The emotion of a FER-2013 code, "0" (anger) to "6" (neutral); empty for anything else. */
  static Optional<Emotion> ofCode(String code) {
    boolean valid = code.length() == 1 && code.charAt(0) >= '0' && code.charAt(0) <= '6';
    return valid ? Optional.of(CODES.get(code.charAt(0) - '0')) : Optional.empty();
  }

  /** The FER-2013 code of an emotion; empty for contempt, which FER-2013 does not know. */
  static Optional<Integer> codeOf(Emotion emotion) {
    int code = CODES.indexOf(emotion);
    return code < 0 ? Optional.empty() : Optional.of(code);
  }

  /** What {@link #ofCode} accepts, for messages. */
  static String codes() {
    return "0 to 6 (angry, disgust, fear, happy, sad, surprise, neutral)";
  }

  /** The emotion that a word names, in any case; empty for an unknown word. */
  static Optional<Emotion> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word.toLowerCase(Locale.ROOT)));
  }

  /** The words that {@link #ofWord} knows, for messages. */
  static String words() {
    return String.join(", ", BY_WORD.keySet());
  }

  private static Map<String, Emotion> byWord() {
    Map<String, Emotion> all = new TreeMap<>();
    WORDS.forEach((emotion, words) -> words.forEach(word -> all.put(word, emotion)));
    return all;
  }
}
