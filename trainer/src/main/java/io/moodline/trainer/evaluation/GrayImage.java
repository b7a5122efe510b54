package io.moodline.trainer.evaluation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A gray picture, for making it worse on purpose. Levels run from 0 (black) to 255, with fractions.
 * Beyond its border lies the border's pixel. Immutable, thread-safe.
 */
public final class GrayImage {

  private static final double MAX = 255;

  private final int width;
  private final int height;
  private final float[] levels;

  private GrayImage(int width, int height, float[] levels) {
    this.width = width;
    this.height = height;
    this.levels = levels;
  }

  /**
   * A picture of bytes.
   *
   * @param pixels row by row from the top, 0 to 255 unsigned; copied
   * @throws IllegalArgumentException when there are not {@code width x height}
   */
  public static GrayImage of(int width, int height, byte[] pixels) {
    if (width < 1 || height < 1 || pixels.length != width * height) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are no picture of " + width + " x " + height);
    }
    float[] levels = new float[pixels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = pixels[i] & 0xFF;
    }
    return new GrayImage(width, height, levels);
  }

  /** Pixels. */
  public int width() {
    return width;
  }

  /** Pixels. */
  public int height() {
    return height;
  }

  /** The levels, rounded, row by row from the top; beyond 0 and 255 they are cut off. */
  public byte[] bytes() {
    byte[] bytes = new byte[levels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(Math.max(0, Math.min(MAX, levels[i])));
    }
    return bytes;
  }

  /**
   * The level at a place, bilinear between pixels.
   *
   * @param x from the left pixels' centres to the right, pixels
   * @param y from the top pixels' centres down, pixels
   */
  public float at(double x, double y) {
    double column = Math.max(0, Math.min(width - 1, x));
    double row = Math.max(0, Math.min(height - 1, y));
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    double across = column - left;
    double upper = mix(level(left, top), level(right, top), across);
    double lower = mix(level(left, bottom), level(right, bottom), across);
    return (float) mix(upper, lower, row - top);
  }

  /** Each level by itself. */
  public GrayImage map(DoubleUnaryOperator change) {
    float[] changed = new float[levels.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = (float) change.applyAsDouble(levels[i]);
    }
    return new GrayImage(width, height, changed);
  }

  /**
   * Turned about its centre.
   *
   * @param degrees clockwise as seen
   */
  public GrayImage rotated(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double middleX = (width - 1) / 2.0;
    double middleY = (height - 1) / 2.0;
    return sampled(
        width,
        height,
        (x, y) ->
            at(
                middleX + cos * (x - middleX) + sin * (y - middleY),
                middleY - sin * (x - middleX) + cos * (y - middleY)));
  }

  /**
   * Blurred by a Gaussian out to three standard deviations.
   *
   * @param sigma standard deviation, pixels, above 0
   */
  public GrayImage blurred(double sigma) {
    float[] weights = gaussian(sigma);
    int radius = weights.length / 2;
    GrayImage along =
        sampled(
            width, height, (x, y) -> sum(weights, k -> level(inside(x + k - radius, width), y)));
    return sampled(
        width, height, (x, y) -> sum(weights, k -> along.level(x, inside(y + k - radius, height))));
  }

  /** As a camera with fewer pixels sees it: each pixel is the mean of what it covers. */
  public GrayImage shrunk(int newWidth, int newHeight) {
    float[] columns = new float[newWidth * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < newWidth; x++) {
        columns[y * newWidth + x] = mean(x, newWidth, width, y * width, 1);
      }
    }
    GrayImage narrow = new GrayImage(newWidth, height, columns);
    float[] both = new float[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        both[y * newWidth + x] = narrow.mean(y, newHeight, height, x, newWidth);
      }
    }
    return new GrayImage(newWidth, newHeight, both);
  }

  /** Enlarged, bilinear. */
  public GrayImage enlarged(int newWidth, int newHeight) {
    double scaleX = (double) width / newWidth;
    double scaleY = (double) height / newHeight;
    return sampled(
        newWidth, newHeight, (x, y) -> at((x + 0.5) * scaleX - 0.5, (y + 0.5) * scaleY - 0.5));
  }

  private interface Sampler {
    float at(int x, int y);
  }

  private interface Levels {
    float at(int k);
  }

  private static GrayImage sampled(int width, int height, Sampler sampler) {
    float[] levels = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        levels[y * width + x] = sampler.at(x, y);
      }
    }
    return new GrayImage(width, height, levels);
  }

  private static float sum(float[] weights, Levels levels) {
    float sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * levels.at(k);
    }
    return sum;
  }

  /** The mean of a line of {@code from} levels over the part that one of {@code to} covers. */
  private float mean(int part, int to, int from, int first, int step) {
    double start = (double) part * from / to;
    double end = (double) (part + 1) * from / to;
    double sum = 0;
    for (int i = (int) start; i < Math.min(from, Math.ceil(end)); i++) {
      sum += (Math.min(end, i + 1) - Math.max(start, i)) * levels[first + i * step];
    }
    return (float) (sum / (end - start));
  }

  private float level(int x, int y) {
    return levels[y * width + x];
  }

  private static int inside(int position, int size) {
    return Math.max(0, Math.min(size - 1, position));
  }

  private static double mix(double one, double other, double share) {
    return one + share * (other - one);
  }

  private static float[] gaussian(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    double[] bell = new double[2 * radius + 1];
    for (int k = 0; k < bell.length; k++) {
      double distance = (k - radius) / sigma;
      bell[k] = Math.exp(-0.5 * distance * distance);
    }
    double sum = Arrays.stream(bell).sum();
    float[] weights = new float[bell.length];
    for (int k = 0; k < bell.length; k++) {
      weights[k] = (float) (bell[k] / sum);
    }
    return weights;
  }
}
