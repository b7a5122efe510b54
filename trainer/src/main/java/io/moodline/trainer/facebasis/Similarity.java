package io.moodline.trainer.facebasis;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a pixel of an aligned picture lies in its original: turned and scaled about the picture's
 * centre, then shifted.
 *
 * @param right shift in pixels
 * @param down shift in pixels
 * @param logScale natural logarithm of the scale
 * @param turn angle in radians
 */
record Similarity(double right, double down, double logScale, double turn) {

  static final Similarity NONE = new Similarity(0, 0, 0, 0);

  private static final int[] ALL = IntStream.range(0, FaceMask.SIZE * FaceMask.SIZE).toArray();

  private static final double CENTRE = (FaceMask.SIZE - 1) / 2.0;

  /** True when this moves a face no further than the data set's own cropping may have. */
  boolean isModest() {
    return Math.abs(right) <= 8
        && Math.abs(down) <= 8
        && Math.abs(logScale) <= 0.4
        && Math.abs(turn) <= 0.35;
  }

  Similarity plus(Similarity step, double factor) {
    return new Similarity(
        right + factor * step.right,
        down + factor * step.down,
        logScale + factor * step.logScale,
        turn + factor * step.turn);
  }

  /** The mean of each number. */
  static Similarity mean(List<Similarity> all) {
    Similarity sum = NONE;
    for (Similarity one : all) {
      sum = sum.plus(one, 1.0 / all.size());
    }
    return sum;
  }

  /** The one that moves a point first as {@code first} does, then as this does. */
  Similarity after(Similarity first) {
    double cos = Math.exp(logScale) * Math.cos(turn);
    double sin = Math.exp(logScale) * Math.sin(turn);
    return new Similarity(
        cos * first.right - sin * first.down + right,
        sin * first.right + cos * first.down + down,
        logScale + first.logScale,
        turn + first.turn);
  }

  /** The one that moves points back. */
  Similarity inverse() {
    return new Similarity(0, 0, -logScale, -turn).after(new Similarity(-right, -down, 0, 0));
  }

  /** The picture as this moves it. */
  float[] apply(float[] face) {
    float[] moved = new float[ALL.length];
    sample(face, ALL, moved);
    return moved;
  }

  /** Samples the pixels named by {@code at} from a picture, between pixels bilinearly. */
  void sample(float[] face, int[] at, float[] out) {
    double scale = Math.exp(logScale);
    double cos = scale * Math.cos(turn);
    double sin = scale * Math.sin(turn);
    for (int i = 0; i < at.length; i++) {
      double x = at[i] % FaceMask.SIZE - CENTRE;
      double y = at[i] / FaceMask.SIZE - CENTRE;
      out[i] =
          bilinear(face, CENTRE + cos * x - sin * y + right, CENTRE + sin * x + cos * y + down);
    }
  }

  /** Outside of the picture its nearest pixel counts. */
  private static float bilinear(float[] face, double x, double y) {
    int last = FaceMask.SIZE - 1;
    double clampedX = Math.min(Math.max(x, 0), last);
    double clampedY = Math.min(Math.max(y, 0), last);
    int left = Math.min((int) clampedX, last - 1);
    int top = Math.min((int) clampedY, last - 1);
    float fx = (float) (clampedX - left);
    float fy = (float) (clampedY - top);
    int at = top * FaceMask.SIZE + left;
    float upper = face[at] + fx * (face[at + 1] - face[at]);
    float lower =
        face[at + FaceMask.SIZE] + fx * (face[at + FaceMask.SIZE + 1] - face[at + FaceMask.SIZE]);
    return upper + fy * (lower - upper);
  }
}
