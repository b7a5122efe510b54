package io.moodline.trainer.preprocess;

/**
 * The Laplacian with an aperture of 5 pixels: the sum of the second derivatives along both axes,
 * each smoothed across, with Sobel's kernels (1, 0, -2, 0, 1) and (1, 4, 6, 4, 1), as OpenCV's
 * {@code Laplacian} with {@code ksize} 5 has it. Beyond the border the picture is mirrored without
 * repeating the border's pixels.
 */
public final class Laplacian {

  private static final int[] SECOND = {1, 0, -2, 0, 1};
  private static final int[] SMOOTH = {1, 4, 6, 4, 1};
  private static final int RADIUS = 2;

  private Laplacian() {}

  /**
   * Filters a picture.
   *
   * @param pixels width x height gray values, row by row from the top, 0 to 255 unsigned
   * @return width x height values, likewise; at most 64 x 255 from 0
   * @throws IllegalArgumentException when the picture is below 3 x 3 or does not fit its size
   */
  public static int[] aperture5(byte[] pixels, int width, int height) {
    if (width <= RADIUS || height <= RADIUS || pixels.length != width * height) {
      throw new IllegalArgumentException(
          pixels.length + " pixels as " + width + "x" + height + ", but it must be 3x3 or more");
    }
    int[] secondAcross = new int[pixels.length];
    int[] smoothAcross = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      for (int k = 0; k < SECOND.length; k++) {
        int value = pixels[i - x + mirrored(x + k - RADIUS, width)] & 0xff;
        secondAcross[i] += SECOND[k] * value;
        smoothAcross[i] += SMOOTH[k] * value;
      }
    }
    int[] laplacian = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      for (int k = 0; k < SECOND.length; k++) {
        int from = mirrored(i / width + k - RADIUS, height) * width + i % width;
        laplacian[i] += SMOOTH[k] * secondAcross[from] + SECOND[k] * smoothAcross[from];
      }
    }
    return laplacian;
  }

  private static int mirrored(int at, int length) {
    int positive = Math.abs(at);
    return positive < length ? positive : 2 * (length - 1) - positive;
  }
}
