package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/**
 * A lens out of focus: a Gaussian, first along rows, then along columns, with repeated borders.
 *
 * @param sigma the largest standard deviation, pixels
 */
record Blur(double sigma) implements Augmentation {

  /** Below this a neighbour's weight is under 1e-9. */
  private static final double SMALLEST = 0.15;

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    apply(face, sigma * random.nextDouble());
  }

  static void apply(Canvas face, double sigma) {
    if (sigma < SMALLEST) {
      return;
    }
    float[] weights = weights(sigma);
    smooth(face.pixels(), face.spare(), weights, Canvas.SIZE, 1);
    smooth(face.spare(), face.pixels(), weights, 1, Canvas.SIZE);
  }

  /**
   * Smooths every line.
   *
   * @param line places from one line to the next
   * @param step places from one pixel of a line to the next
   */
  private static void smooth(float[] from, float[] to, float[] weights, int line, int step) {
    int radius = weights.length / 2;
    for (int first = 0; first < Canvas.SIZE * line; first += line) {
      for (int i = 0; i < Canvas.SIZE; i++) {
        float sum = 0;
        for (int k = 0; k < weights.length; k++) {
          int neighbour = Math.max(0, Math.min(Canvas.SIZE - 1, i + k - radius));
          sum += weights[k] * from[first + neighbour * step];
        }
        to[first + i * step] = sum;
      }
    }
  }

  /** The Gaussian out to three standard deviations, summing to 1. */
  private static float[] weights(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    double[] bell = new double[2 * radius + 1];
    double sum = 0;
    for (int k = 0; k < bell.length; k++) {
      double distance = (k - radius) / sigma;
      bell[k] = Math.exp(-0.5 * distance * distance);
      sum += bell[k];
    }
    float[] weights = new float[bell.length];
    for (int k = 0; k < bell.length; k++) {
      weights[k] = (float) (bell[k] / sum);
    }
    return weights;
  }
}
