package io.moodline.app.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Small helpers for drawing. */
final class Paint {

  private Paint() {}

  static int clamp(double value) {
    return (int) Math.round(Math.min(255, Math.max(0, value)));
  }

  /** A colour made lighter (above 1) or darker. */
  static Color scaled(Color colour, double by) {
    return new Color(
        clamp(colour.getRed() * by), clamp(colour.getGreen() * by), clamp(colour.getBlue() * by));
  }

  static Color withAlpha(Color colour, double alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), clamp(255 * alpha));
  }

  /** A brush with smooth edges; the caller disposes of it. */
  static Graphics2D on(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }

  /**
   * Blurs packed pixels in place, three boxes after each other, which come near a Gaussian.
   *
   * @param argb premultiplied or opaque, row by row
   * @param radius of each box, pixels; 0 leaves all as it is
   */
  static void blur(int[] argb, int width, int height, int radius) {
    if (radius < 1) {
      return;
    }
    int[] line = new int[Math.max(width, height)];
    for (int pass = 0; pass < 3; pass++) {
      for (int y = 0; y < height; y++) {
        blurLine(argb, y * width, 1, width, radius, line);
      }
      for (int x = 0; x < width; x++) {
        blurLine(argb, x, width, height, radius, line);
      }
    }
  }

  private static void blurLine(
      int[] argb, int start, int step, int length, int radius, int[] line) {
    for (int i = 0; i < length; i++) {
      line[i] = argb[start + i * step];
    }
    int[] sums = new int[4];
    for (int i = -radius; i <= radius; i++) {
      add(line[Math.min(length - 1, Math.max(0, i))], 1, sums);
    }
    int box = 2 * radius + 1;
    for (int i = 0; i < length; i++) {
      argb[start + i * step] =
          (sums[0] / box) << 24 | (sums[1] / box) << 16 | (sums[2] / box) << 8 | sums[3] / box;
      add(line[Math.min(length - 1, i + radius + 1)], 1, sums);
      add(line[Math.max(0, i - radius)], -1, sums);
    }
  }

  private static void add(int argb, int sign, int[] sums) {
    sums[0] += sign * (argb >>> 24);
    sums[1] += sign * (argb >> 16 & 0xff);
    sums[2] += sign * (argb >> 8 & 0xff);
    sums[3] += sign * (argb & 0xff);
  }
}
