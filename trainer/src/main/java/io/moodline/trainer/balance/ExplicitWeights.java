package io.moodline.trainer.balance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Weights by class name. */
record ExplicitWeights(Map<String, Double> byClass) implements WeightRule {

  private static final double MOST = 1000;
  private static final Pattern WEIGHT =
      Pattern.compile("\\s*([a-z+]+)\\s*=\\s*(\\d{1,9}(?:\\.\\d{1,9})?)\\s*");

  ExplicitWeights {
    byClass = Map.copyOf(byClass);
    byClass.forEach(ExplicitWeights::requireInRange);
  }

  static ExplicitWeights parse(String text) {
    Map<String, Double> weights = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      Matcher parts = WEIGHT.matcher(part);
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "class weight \""
                + part.strip()
                + "\" is not understood, but must be none, balanced, inverse-sqrt or like"
                + " anger=2,fear=1.5");
      }
      if (weights.put(parts.group(1), Double.valueOf(parts.group(2))) != null) {
        throw new IllegalArgumentException("class weight " + parts.group(1) + " is given twice");
      }
    }
    return new ExplicitWeights(weights);
  }

  private static void requireInRange(String name, double weight) {
    if (!(weight > 0 && weight <= MOST)) {
      throw new IllegalArgumentException(
          "class weight "
              + name
              + " is "
              + weight
              + ", but must be above 0 and up to 1000; to leave a class out, exclude it");
    }
  }

  @Override
  public float[] weights(List<TrainingClass> classes, double[] faces) {
    List<String> names = classes.stream().map(TrainingClass::name).toList();
    for (String name : new TreeMap<>(byClass).keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "class weight "
                + name
                + " is of no class that is learnt, but must be of one of "
                + String.join(", ", names));
      }
    }
    float[] weights = new float[names.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = byClass.getOrDefault(names.get(i), 1.0).floatValue();
    }
    return weights;
  }

  @Override
  public String toString() {
    return new TreeMap<>(byClass)
        .entrySet().stream()
            .map(weight -> weight.getKey() + "=" + number(weight.getValue()))
            .collect(Collectors.joining(","));
  }

  private static String number(double weight) {
    return BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString();
  }
}
