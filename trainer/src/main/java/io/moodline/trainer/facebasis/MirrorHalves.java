package io.moodline.trainer.facebasis;

/**
 * Splits a picture into the part that is its own mirror image and the part that is its mirror
 * image's negative, each described by half as many numbers. The principal components of faces
 * together with their mirror images are those of the two parts, at an eighth of the work.
 */
final class MirrorHalves {

  private static final int SIZE = FaceMask.SIZE;
  private static final int HALF = SIZE / 2;
  private static final double ROOT = Math.sqrt(0.5);

  /** How many numbers describe one part. */
  static final int DIMENSIONS = SIZE * HALF;

  private MirrorHalves() {}

  /** One part of a picture; lengths and angles stay what they were. */
  static double[] part(double[] picture, boolean symmetric) {
    double sign = symmetric ? 1 : -1;
    double[] part = new double[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      part[i] = ROOT * (picture[left(i)] + sign * picture[right(i)]);
    }
    return part;
  }

  /** The picture that has this one part, and nothing of the other. */
  static float[] picture(double[] part, boolean symmetric) {
    double sign = symmetric ? 1 : -1;
    float[] picture = new float[SIZE * SIZE];
    for (int i = 0; i < DIMENSIONS; i++) {
      picture[left(i)] = (float) (ROOT * part[i]);
      picture[right(i)] = (float) (ROOT * sign * part[i]);
    }
    return picture;
  }

  private static int left(int i) {
    return i / HALF * SIZE + i % HALF;
  }

  private static int right(int i) {
    return i / HALF * SIZE + SIZE - 1 - i % HALF;
  }
}
