package io.moodline.classifier.model;

/**
 * Bilinear resizing with pixel centres at half coordinates, edges repeated: what OpenCV calls
 * INTER_LINEAR and PyTorch {@code align_corners=False}. It looks at four pixels only, so a picture
 * that shrinks to less than half should come averaged already.
 */
final class Bilinear {

  private Bilinear() {}

  /**
   * Resizes one channel.
   *
   * @param plane row by row, {@code width * height} values
   * @return row by row, {@code toWidth * toHeight} values; {@code plane} itself when the sizes are
   *     equal
   */
  static float[] resize(float[] plane, int width, int height, int toWidth, int toHeight) {
    if (width == toWidth && height == toHeight) {
      return plane;
    }
    float[] resized = new float[toWidth * toHeight];
    for (int y = 0; y < toHeight; y++) {
      float sourceY = source(y, height, toHeight);
      int top = (int) sourceY;
      int bottom = Math.min(top + 1, height - 1);
      float down = sourceY - top;
      for (int x = 0; x < toWidth; x++) {
        float sourceX = source(x, width, toWidth);
        int left = (int) sourceX;
        int right = Math.min(left + 1, width - 1);
        float across = sourceX - left;
        float above = mix(plane[top * width + left], plane[top * width + right], across);
        float below = mix(plane[bottom * width + left], plane[bottom * width + right], across);
        resized[y * toWidth + x] = mix(above, below, down);
      }
    }
    return resized;
  }

  /** Where a target pixel's centre lies among the source's pixels, 0 to {@code size - 1}. */
  private static float source(int target, int size, int toSize) {
    float position = (target + 0.5f) * size / toSize - 0.5f;
    return Math.min(Math.max(position, 0), size - 1);
  }

  private static float mix(float a, float b, float share) {
    return a + (b - a) * share;
  }
}
