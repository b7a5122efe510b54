package io.moodline.trainer.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Weights in proportion to a power of the number of faces, of mean 1 over the faces. */
enum ComputedWeights implements WeightRule {
  NONE(0),
  BALANCED(-1),
  INVERSE_SQRT(-0.5);

  private final double exponent;

  ComputedWeights(double exponent) {
    this.exponent = exponent;
  }

  @Override
  public float[] weights(List<TrainingClass> classes, double[] faces) {
    float[] weights = new float[classes.size()];
    if (this == NONE) {
      Arrays.fill(weights, 1);
      return weights;
    }
    refuseEmpty(classes, faces);
    double all = Arrays.stream(faces).sum();
    double weighted = Arrays.stream(faces).map(n -> n * power(n)).sum();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (power(faces[i]) * all / weighted);
    }
    return weights;
  }

  private double power(double faces) {
    return Math.pow(faces, exponent);
  }

  private static void refuseEmpty(List<TrainingClass> classes, double[] faces) {
    for (int i = 0; i < faces.length; i++) {
      if (faces[i] <= 0) {
        throw new IllegalArgumentException(
            "class "
                + classes.get(i).name()
                + " has no face, so that its weight cannot be computed: exclude the class, or give"
                + " weights by class");
      }
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
