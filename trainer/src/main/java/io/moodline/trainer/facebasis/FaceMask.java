package io.moodline.trainer.facebasis;

import io.moodline.trainer.dataset.Sample;
import java.util.stream.IntStream;

/** The part of a 48 x 48 picture that shows face and not hair, collar or wall: an ellipse. */
final class FaceMask {

  static final int SIZE = Sample.SIZE;

  private static final double CENTRE_X = 23.5;
  private static final double CENTRE_Y = 24.5;
  private static final double RADIUS_X = 19;
  private static final double RADIUS_Y = 23;

  /** Radii at which the soft weights begin to fall and have fallen. */
  private static final double FULL = 0.95;

  private static final double FADED = 1.25;

  /** The indices of the pixels inside, ascending. */
  private static final int[] INSIDE = inside();

  private FaceMask() {}

  private static int[] inside() {
    return IntStream.range(0, SIZE * SIZE).filter(pixel -> radius(pixel) <= 1).toArray();
  }

  /** 0 in the ellipse's centre, 1 on its edge. */
  private static double radius(int pixel) {
    return Math.hypot((pixel % SIZE - CENTRE_X) / RADIUS_X, (pixel / SIZE - CENTRE_Y) / RADIUS_Y);
  }

  /** Weights of all pixels: 1 well inside the ellipse, falling to 0 outside of it. */
  static double[] softWeights() {
    return IntStream.range(0, SIZE * SIZE)
        .mapToDouble(pixel -> Math.min(1, Math.max(0, (FADED - radius(pixel)) / (FADED - FULL))))
        .toArray();
  }

  /** The indices of the pixels inside the mask, ascending. */
  static int[] pixels() {
    return INSIDE.clone();
  }

  /**
   * Takes brightness and contrast out: shifts and scales a picture so that the pixels inside the
   * mask have mean 0 and standard deviation 1.
   *
   * @return a new picture; all 0 when the pixels inside are all alike
   */
  static float[] standardised(float[] face) {
    double sum = 0;
    double squares = 0;
    for (int pixel : INSIDE) {
      sum += face[pixel];
      squares += (double) face[pixel] * face[pixel];
    }
    double mean = sum / INSIDE.length;
    double deviation = Math.sqrt(Math.max(0, squares / INSIDE.length - mean * mean));
    float[] standardised = new float[face.length];
    if (deviation > 1e-6) {
      for (int pixel = 0; pixel < face.length; pixel++) {
        standardised[pixel] = (float) ((face[pixel] - mean) / deviation);
      }
    }
    return standardised;
  }

  /** The picture as a mirror shows it. */
  static float[] mirrored(float[] face) {
    float[] mirrored = new float[face.length];
    for (int pixel = 0; pixel < face.length; pixel++) {
      int column = pixel % SIZE;
      mirrored[pixel] = face[pixel - column + SIZE - 1 - column];
    }
    return mirrored;
  }
}
