package io.moodline.emotion;

import io.moodline.schemas.Emotion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How pleased each emotion counts as, from -1 (displeased) to 1 (pleased).
 *
 * <p>The defaults take their signs and their order from the valence axis of the circumplex model of
 * affect (J. A. Russell, "A circumplex model of affect", Journal of Personality and Social
 * Psychology 39, 1980): happiness far on the pleasant side, surprise slightly, neutral in the
 * middle, the others on the unpleasant side. Contempt, which that model lacks, is placed among the
 * milder of those. The magnitudes are our choice; an operator who knows better sets others.
 *
 * <p>Immutable.
 */
public final class ValenceWeights {

  /** The defaults, in the form that {@link #parse(String)} reads. */
  public static final String DEFAULT =
      "neutral=0,happiness=1,surprise=0.2,sadness=-0.8,anger=-0.9,disgust=-0.8,fear=-0.8,"
          + "contempt=-0.6";

  private static final Emotion[] EMOTIONS = Emotion.values();

  private final double[] weights;

  private ValenceWeights(double[] weights) {
    this.weights = weights;
  }

  /**
   * Reads {@code emotion=weight} pairs, separated by commas; all eight emotions must be there.
   *
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  public static ValenceWeights parse(String text) {
    Map<Emotion, Double> found = new EnumMap<>(Emotion.class);
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "\"" + pair.strip() + "\" is not of the form emotion=weight");
      }
      Emotion emotion = emotion(pair.substring(0, equals).strip());
      if (found.put(emotion, weight(emotion, pair.substring(equals + 1).strip())) != null) {
        throw new IllegalArgumentException(name(emotion) + " is given twice");
      }
    }
    if (found.size() < EMOTIONS.length) {
      String missing =
          Arrays.stream(EMOTIONS)
              .filter(emotion -> !found.containsKey(emotion))
              .map(ValenceWeights::name)
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException("no weight for " + missing);
    }
    return new ValenceWeights(Arrays.stream(EMOTIONS).mapToDouble(found::get).toArray());
  }

  /**
   * Expected valence, from -1 to 1.
   *
   * @param probabilities eight probabilities in the order of {@link Emotion}, summing to 1
   */
  public double valence(double[] probabilities) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * probabilities[i];
    }
    return Math.max(-1, Math.min(1, sum));
  }

  /** Satisfaction, from 0 (displeased) through 50 (indifferent) to 100 (pleased). */
  public double satisfaction(double[] probabilities) {
    return 50 * (1 + valence(probabilities));
  }

  private static Emotion emotion(String text) {
    try {
      return Emotion.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no emotion; there are "
              + Arrays.stream(EMOTIONS).map(ValenceWeights::name).collect(Collectors.joining(", ")),
          e);
    }
  }

  private static double weight(Emotion emotion, String text) {
    try {
      double weight = Double.parseDouble(text);
      if (weight >= -1 && weight <= 1) {
        return weight;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new IllegalArgumentException(
        "the weight of " + name(emotion) + " is \"" + text + "\", but must be from -1 to 1");
  }

  private static String name(Emotion emotion) {
    return emotion.name().toLowerCase(Locale.ROOT);
  }
}
