package io.moodline.trainer.augment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans as users write them: {@code flip,rotate=15,cutout=0.3:16}. */
final class PlanText {

  /** What stands for a plan that changes nothing. */
  static final String NONE = "none";

  private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,9})?";
  private static final Pattern STEP =
      Pattern.compile("([^=]*)(?:=(" + NUMBER + ")(?::(" + NUMBER + "))?)?");

  private static final String HELP = "%-11s%-9s%-26s%-12s%s";
  private static final Object[] HEADINGS = {
    "name", "strength", "allowed", "probability", "what it does"
  };

  private PlanText() {}

  static List<Step> parse(String text) {
    if (text.strip().equals(NONE)) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      steps.add(step(part.strip()));
    }
    return steps;
  }

  private static Step step(String text) {
    Technique technique = technique(text.split("=", 2)[0].strip());
    Matcher parts = STEP.matcher(text);
    boolean two = parts.matches() && parts.group(3) != null;
    if (!parts.matches() || (two && !technique.hasStrength())) {
      throw new IllegalArgumentException(
          "augmentation \"" + text + "\" is not understood, but must be like " + usage(technique));
    }
    double probability = technique.defaultProbability();
    double strength = technique.defaultStrength();
    if (two || (parts.group(2) != null && !technique.hasStrength())) {
      probability = Double.parseDouble(parts.group(2));
    }
    if (parts.group(2) != null && technique.hasStrength()) {
      strength = Double.parseDouble(parts.group(two ? 3 : 2));
    }
    return new Step(technique, probability, strength);
  }

  private static Technique technique(String word) {
    return Technique.named(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "augmentation \""
                        + word
                        + "\" is unknown, but must be one of "
                        + Technique.words()
                        + ", or "
                        + NONE
                        + " alone"));
  }

  /** How a technique is written: {@code rotate, rotate=15 or rotate=0.5:15}. */
  private static String usage(Technique technique) {
    String word = technique.word();
    if (!technique.hasStrength()) {
      return word + " or " + word + "=" + number(technique.defaultProbability());
    }
    String strength = number(technique.defaultStrength());
    return word + ", " + word + "=" + strength + " or " + word + "=0.5:" + strength;
  }

  static String print(List<Step> steps) {
    return steps.isEmpty()
        ? NONE
        : steps.stream().map(Step::toString).collect(Collectors.joining(","));
  }

  /** A table with a line for each technique. */
  static String help() {
    Stream<String> lines = Arrays.stream(Technique.values()).map(PlanText::helpLine);
    return Stream.concat(Stream.of(String.format(HELP, HEADINGS)), lines)
        .collect(Collectors.joining("\n"));
  }

  private static String helpLine(Technique technique) {
    boolean scaled = technique.hasStrength();
    return String.format(
        HELP,
        technique.word(),
        scaled ? number(technique.defaultStrength()) : "",
        scaled ? technique.range() : "",
        number(technique.defaultProbability()),
        technique.effect());
  }

  /** Without an exponent and superfluous zeros. */
  static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
