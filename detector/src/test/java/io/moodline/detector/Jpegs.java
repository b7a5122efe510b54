package io.moodline.detector;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures made for tests. */
public final class Jpegs {

  private Jpegs() {}

  /** A gray gradient without anything on it. */
  public static byte[] plain(int width, int height, int imageType, String format) {
    BufferedImage image = new BufferedImage(width, height, imageType);
    Graphics2D g = image.createGraphics();
    for (int x = 0; x < width; x++) {
      int level = 255 * x / width;
      g.setColor(new Color(level, level, level));
      g.drawLine(x, 0, x, height);
    }
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer of " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The same, as a JPEG in colour. */
  public static byte[] plain(int width, int height) {
    return plain(width, height, BufferedImage.TYPE_INT_RGB, "jpeg");
  }

  /** Another size written into a JPEG's frame header. */
  public static byte[] withSize(byte[] jpeg, int width, int height) {
    byte[] lying = jpeg.clone();
    for (int i = 0; i + 9 < lying.length; i++) {
      if ((lying[i] & 0xFF) == 0xFF && (lying[i + 1] & 0xFF) == 0xC0) {
        lying[i + 5] = (byte) (height >> 8);
        lying[i + 6] = (byte) height;
        lying[i + 7] = (byte) (width >> 8);
        lying[i + 8] = (byte) width;
        return lying;
      }
    }
    throw new IllegalArgumentException("no frame header");
  }
}
