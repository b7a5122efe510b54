package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/**
 * A face far from the camera: shrunk to fewer pixels, each the mean of what it covers, and brought
 * back bilinearly.
 *
 * @param fewest the smallest size, pixels a side, up to {@link #MOST}; the size is drawn from there
 *     to {@link #MOST}
 */
record LowResolution(int fewest) implements Augmentation {

  /** With more pixels a side than this nothing is seen to change. */
  static final int MOST = 40;

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    apply(face, fewest + random.nextInt(MOST - fewest + 1));
  }

  static void apply(Canvas face, int size) {
    shrink(face.pixels(), face.spare(), size, Canvas.SIZE, 1, Canvas.SIZE);
    shrink(face.spare(), face.pixels(), size, 1, Canvas.SIZE, size);
    enlarge(face.pixels(), face.spare(), size);
    face.swap();
  }

  /**
   * Shrinks lines of {@link Canvas#SIZE} pixels.
   *
   * @param size the new number of pixels in a line
   * @param line places from one line to the next
   * @param step places from one pixel of a line to the next
   * @param lines number of lines
   */
  private static void shrink(float[] from, float[] to, int size, int line, int step, int lines) {
    float ratio = Canvas.SIZE / (float) size;
    for (int i = 0; i < lines; i++) {
      for (int pixel = 0; pixel < size; pixel++) {
        to[i * line + pixel * step] =
            mean(from, i * line, step, pixel * ratio, Math.min(Canvas.SIZE, (pixel + 1) * ratio));
      }
    }
  }

  /** The mean of a line between two places; pixels at the ends count by the share covered. */
  private static float mean(float[] line, int first, int step, float start, float end) {
    float sum = 0;
    for (int pixel = (int) start; pixel < end; pixel++) {
      float covered = Math.min(end, pixel + 1) - Math.max(start, pixel);
      sum += covered * line[first + pixel * step];
    }
    return sum / (end - start);
  }

  private static void enlarge(float[] from, float[] to, int size) {
    float ratio = size / (float) Canvas.SIZE;
    for (int row = 0; row < Canvas.SIZE; row++) {
      float y = (row + 0.5f) * ratio - 0.5f;
      for (int column = 0; column < Canvas.SIZE; column++) {
        float x = (column + 0.5f) * ratio - 0.5f;
        to[row * Canvas.SIZE + column] = Bilinear.at(from, x, y, size - 1);
      }
    }
  }
}
