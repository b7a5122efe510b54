package io.moodline.trainer.dataset;

/**
 * Brings gray pictures to another size, each axis by itself: where it shrinks, every new pixel is
 * the mean of the area that it covers; where it grows, pixels are interpolated bilinearly between
 * the centres of the old ones, and the edge is repeated.
 */
public final class GrayResize {

  private GrayResize() {}

  /**
   * A picture of another size.
   *
   * @param pixels width x height gray values, row by row from the top, 0 to 255 unsigned
   * @return toWidth x toHeight gray values, likewise, rounded to the nearest
   * @throws IllegalArgumentException when a size is below 1 or does not fit the pixels
   */
  public static byte[] resize(byte[] pixels, int width, int height, int toWidth, int toHeight) {
    if (width < 1 || height < 1 || toWidth < 1 || toHeight < 1 || pixels.length != width * height) {
      throw new IllegalArgumentException(
          pixels.length + " pixels, " + width + "x" + height + " to " + toWidth + "x" + toHeight);
    }
    Axis across = Axis.of(width, toWidth);
    Axis down = Axis.of(height, toHeight);
    float[] narrow = new float[height * toWidth];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < toWidth; x++) {
        float[] weights = across.weights[x];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * (pixels[y * width + across.first[x] + i] & 0xff);
        }
        narrow[y * toWidth + x] = sum;
      }
    }
    byte[] resized = new byte[toWidth * toHeight];
    for (int y = 0; y < toHeight; y++) {
      float[] weights = down.weights[y];
      for (int x = 0; x < toWidth; x++) {
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * narrow[(down.first[y] + i) * toWidth + x];
        }
        resized[y * toWidth + x] = (byte) Math.min(255, Math.round(sum));
      }
    }
    return resized;
  }

  /** Along one axis: which old pixels make a new one, from {@code first[i]} on, and how much. */
  private record Axis(int[] first, float[][] weights) {

    static Axis of(int from, int to) {
      Axis axis = new Axis(new int[to], new float[to][]);
      double scale = (double) from / to;
      for (int i = 0; i < to; i++) {
        if (scale > 1) {
          axis.cover(i, i * scale, Math.min(from, (i + 1) * scale));
        } else {
          axis.between(i, Math.max(0, Math.min(from - 1, (i + 0.5) * scale - 0.5)), from);
        }
      }
      return axis;
    }

    private void cover(int i, double start, double end) {
      first[i] = (int) start;
      int last = (int) Math.ceil(end) - 1;
      weights[i] = new float[last - first[i] + 1];
      for (int k = 0; k < weights[i].length; k++) {
        double left = Math.max(start, first[i] + k);
        double right = Math.min(end, first[i] + k + 1);
        weights[i][k] = (float) ((right - left) / (end - start));
      }
    }

    private void between(int i, double centre, int from) {
      first[i] = Math.min((int) centre, Math.max(0, from - 2));
      float right = (float) (centre - first[i]);
      weights[i] = from == 1 ? new float[] {1} : new float[] {1 - right, right};
    }
  }
}
