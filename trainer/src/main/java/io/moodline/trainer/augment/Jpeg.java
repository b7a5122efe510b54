package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/**
 * What JPEG loses: each block of 8 x 8 pixels is transformed (DCT-II), its coefficients are rounded
 * to multiples of the example luminance table of ITU-T T.81 (Annex K), scaled by quality as libjpeg
 * does. The grid of blocks lies anywhere, as the face does in its frame.
 *
 * @param lowest the lowest quality, 1 to {@link #HIGHEST}; the quality is drawn from there to
 *     {@link #HIGHEST}
 */
record Jpeg(int lowest) implements Augmentation {

  /** Above this quality nothing is seen to change. */
  static final int HIGHEST = 95;

  private static final int SIDE = 8;
  private static final int AREA = SIDE * SIDE;
  private static final float MIDDLE = 128;
  private static final float[] COSINES = cosines();
  private static final int[] LUMINANCE = {
    16, 11, 10, 16, 24, 40, 51, 61, //
    12, 12, 14, 19, 26, 58, 60, 55, //
    14, 13, 16, 24, 40, 57, 69, 56, //
    14, 17, 22, 29, 51, 87, 80, 62, //
    18, 22, 37, 56, 68, 109, 103, 77, //
    24, 35, 55, 64, 81, 104, 113, 92, //
    49, 64, 78, 87, 103, 121, 120, 101, //
    72, 92, 95, 98, 112, 100, 103, 99
  };

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    int quality = lowest + random.nextInt(HIGHEST - lowest + 1);
    apply(face, quality, random.nextInt(SIDE), random.nextInt(SIDE));
  }

  /**
   * @param left by how many pixels the grid's first block begins left of the face, 0 to 7
   * @param up by how many it begins above
   */
  static void apply(Canvas face, int quality, int left, int up) {
    int[] steps = steps(quality);
    float[] block = new float[AREA];
    float[] half = new float[AREA];
    for (int top = -up; top < Canvas.SIZE; top += SIDE) {
      for (int start = -left; start < Canvas.SIZE; start += SIDE) {
        read(face.pixels(), start, top, block);
        lose(block, half, steps);
        write(block, face.pixels(), start, top);
      }
    }
  }

  /** By what each coefficient is divided and rounded: libjpeg's scaling of the table. */
  static int[] steps(int quality) {
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    int[] steps = new int[AREA];
    for (int i = 0; i < AREA; i++) {
      steps[i] = Math.max(1, Math.min(255, (LUMINANCE[i] * percent + 50) / 100));
    }
    return steps;
  }

  private static void lose(float[] block, float[] half, int[] steps) {
    alongRowsTransposed(block, half, SIDE, 1);
    alongRowsTransposed(half, block, SIDE, 1);
    for (int i = 0; i < AREA; i++) {
      block[i] = Math.round(block[i] / steps[i]) * steps[i];
    }
    alongRowsTransposed(block, half, 1, SIDE);
    alongRowsTransposed(half, block, 1, SIDE);
  }

  /** Transforms each row and lays the result down as a column; twice, it serves both directions. */
  private static void alongRowsTransposed(float[] from, float[] to, int line, int step) {
    for (int row = 0; row < SIDE; row++) {
      for (int wave = 0; wave < SIDE; wave++) {
        float sum = 0;
        for (int i = 0; i < SIDE; i++) {
          sum += from[row * SIDE + i] * COSINES[wave * line + i * step];
        }
        to[wave * SIDE + row] = sum;
      }
    }
  }

  private static void read(float[] pixels, int left, int top, float[] block) {
    for (int i = 0; i < AREA; i++) {
      block[i] = pixels[inside(top + i / SIDE) * Canvas.SIZE + inside(left + i % SIDE)] - MIDDLE;
    }
  }

  private static void write(float[] block, float[] pixels, int left, int top) {
    for (int i = 0; i < AREA; i++) {
      int row = top + i / SIDE;
      int column = left + i % SIDE;
      if (row == inside(row) && column == inside(column)) {
        pixels[row * Canvas.SIZE + column] = Math.max(0, Math.min(255, block[i] + MIDDLE));
      }
    }
  }

  private static int inside(int position) {
    return Math.max(0, Math.min(Canvas.SIZE - 1, position));
  }

  /** The orthonormal DCT-II: row {@code wave}, column {@code i}. */
  private static float[] cosines() {
    float[] cosines = new float[AREA];
    for (int wave = 0; wave < SIDE; wave++) {
      double size = Math.sqrt((wave == 0 ? 1.0 : 2.0) / SIDE);
      for (int i = 0; i < SIDE; i++) {
        cosines[wave * SIDE + i] =
            (float) (size * Math.cos(Math.PI * (2 * i + 1) * wave / (2 * SIDE)));
      }
    }
    return cosines;
  }
}
