package io.moodline.app.demo;

import io.moodline.trainer.facebasis.FaceBasis;

/**
 * A face of the basis, brought to the size at which it is drawn: sharpened, since means are soft,
 * then enlarged by Catmull-Rom interpolation.
 */
final class FaceTexture {

  private static final int FROM = FaceBasis.SIZE;

  /** How much of the difference to its blurred copy is added to a face. */
  private static final float SHARPENING = 0.8f;

  private FaceTexture() {}

  /**
   * @param face 48 x 48, standardised
   * @param size width and height wanted, pixels
   * @return {@code size} x {@code size} values, row by row; 0 is the face's mean brightness
   */
  static float[] of(float[] face, int size) {
    float[] sharp = sharpened(face);
    float[] wide = new float[FROM * size];
    float[] out = new float[size * size];
    for (int row = 0; row < FROM; row++) {
      enlargeLine(sharp, row * FROM, 1, wide, row * size, 1, size);
    }
    for (int column = 0; column < size; column++) {
      enlargeLine(wide, column, size, out, column, size, size);
    }
    return out;
  }

  private static float[] sharpened(float[] face) {
    float[] sharp = new float[face.length];
    for (int y = 0; y < FROM; y++) {
      for (int x = 0; x < FROM; x++) {
        float value = face[y * FROM + x];
        sharp[y * FROM + x] = value + SHARPENING * (value - around(face, x, y));
      }
    }
    return sharp;
  }

  /** The mean of a pixel and its eight neighbours. */
  private static float around(float[] face, int x, int y) {
    float sum = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        sum += face[clamp(y + dy) * FROM + clamp(x + dx)];
      }
    }
    return sum / 9;
  }

  private static int clamp(int index) {
    return Math.min(FROM - 1, Math.max(0, index));
  }

  private static void enlargeLine(
      float[] in, int inStart, int inStep, float[] out, int outStart, int outStep, int size) {
    for (int i = 0; i < size; i++) {
      float at = (i + 0.5f) * FROM / size - 0.5f;
      int left = (int) Math.floor(at);
      float t = at - left;
      float a = in[inStart + clamp(left - 1) * inStep];
      float b = in[inStart + clamp(left) * inStep];
      float c = in[inStart + clamp(left + 1) * inStep];
      float d = in[inStart + clamp(left + 2) * inStep];
      out[outStart + i * outStep] =
          b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
  }
}
