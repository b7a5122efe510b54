package io.moodline.trainer.augment;

import io.moodline.trainer.dataset.Sample;

/**
 * The face that is being altered, and room beside it: one canvas serves any number of faces, so
 * that nothing is allocated for each. Not thread-safe.
 */
public final class Canvas {

  /** Width and height, pixels. */
  public static final int SIZE = Sample.SIZE;

  /** Number of pixels. */
  public static final int PIXELS = SIZE * SIZE;

  private float[] pixels = new float[PIXELS];
  private float[] spare = new float[PIXELS];

  /** The face: {@link #PIXELS} gray values, row by row from the top; to be changed in place. */
  public float[] pixels() {
    return pixels;
  }

  /** Room of the same size for intermediate values, which holds anything. */
  float[] spare() {
    return spare;
  }

  /** Makes what was written to {@link #spare()} the face. */
  void swap() {
    float[] old = pixels;
    pixels = spare;
    spare = old;
  }

  /** The mean gray value. */
  float mean() {
    float sum = 0;
    for (float value : pixels) {
      sum += value;
    }
    return sum / PIXELS;
  }

  /**
   * Takes a face.
   *
   * @param source {@link #PIXELS} gray values, 0 to 255 unsigned
   * @throws IllegalArgumentException when there are more or fewer
   */
  public void load(byte[] source) {
    if (source.length != PIXELS) {
      throw new IllegalArgumentException(
          "a face has " + source.length + " pixels, but must have " + PIXELS);
    }
    for (int i = 0; i < PIXELS; i++) {
      pixels[i] = source[i] & 0xff;
    }
  }

  /**
   * Writes the face, brought into 0 to 255, to {@code target[offset]} and the {@link #PIXELS} - 1
   * places after it.
   */
  public void store(float[] target, int offset) {
    for (int i = 0; i < PIXELS; i++) {
      target[offset + i] = Math.max(0, Math.min(255, pixels[i]));
    }
  }
}
