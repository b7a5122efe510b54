package io.moodline.trainer.quality;

import io.moodline.trainer.dataset.Sample;

/**
 * Sums a picture up in a few numbers such that two pictures' distance is never below that of their
 * sketches. A picture is made mean-free and of length 1; its sketch is its lowest frequencies in
 * the orthonormal two-dimensional cosine transform (DCT-II, see Ahmed, Natarajan and Rao 1974) and,
 * last, the length of what they leave over.
 *
 * <p>Why the distance is never below: the transform keeps lengths, so leaving coordinates out only
 * shortens; and two vectors of lengths p and q are at least |p - q| apart. With unit vectors the
 * squared distance is 2 - 2 x correlation, so that a pair whose sketches are further apart than
 * that of a wanted correlation need not be looked at.
 */
final class FrequencySketch {

  /** Frequencies along each axis; the mean, frequency (0, 0), is always 0 and left out. */
  private static final int FREQUENCIES = 8;

  /** The numbers in a sketch. */
  static final int LENGTH = FREQUENCIES * FREQUENCIES;

  private static final int SIZE = Sample.SIZE;
  private static final float[][] BASIS = basis();

  private FrequencySketch() {}

  /**
   * The sketch of a picture, lowest frequencies first, where pictures differ most.
   *
   * @param pixels 48 x 48 gray values
   * @param moments the picture's moments; it must not be constant
   */
  static float[] of(byte[] pixels, Moments moments) {
    float[][] rows = alongRows(pixels);
    double scale = 1 / moments.deviationLength();
    float[] sketch = new float[LENGTH];
    double rest = 1;
    int next = 0;
    for (int diagonal = 1; diagonal <= 2 * (FREQUENCIES - 1); diagonal++) {
      int from = Math.max(0, diagonal - FREQUENCIES + 1);
      for (int v = from; v <= Math.min(diagonal, FREQUENCIES - 1); v++) {
        double value = scale * coefficient(rows, diagonal - v, v);
        sketch[next++] = (float) value;
        rest -= value * value;
      }
    }
    sketch[next] = (float) Math.sqrt(Math.max(0, rest));
    return sketch;
  }

  private static float[][] alongRows(byte[] pixels) {
    float[][] rows = new float[FREQUENCIES][SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        float[] wave = BASIS[u];
        float sum = 0;
        for (int x = 0; x < SIZE; x++) {
          sum += wave[x] * (pixels[y * SIZE + x] & 0xff);
        }
        rows[u][y] = sum;
      }
    }
    return rows;
  }

  private static double coefficient(float[][] rows, int u, int v) {
    double sum = 0;
    for (int y = 0; y < SIZE; y++) {
      sum += BASIS[v][y] * rows[u][y];
    }
    return sum;
  }

  private static float[][] basis() {
    float[][] basis = new float[FREQUENCIES][SIZE];
    for (int k = 0; k < FREQUENCIES; k++) {
      double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / SIZE);
      for (int x = 0; x < SIZE; x++) {
        basis[k][x] = (float) (scale * Math.cos(Math.PI * k * (2 * x + 1) / (2 * SIZE)));
      }
    }
    return basis;
  }
}
