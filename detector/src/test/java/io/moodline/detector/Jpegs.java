package io.moodline.detector;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

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

  /** A picture as ImageIO encodes it. */
  public static byte[] encoded(BufferedImage image, boolean progressive) {
    return write(new IIOImage(image, null, null), progressive);
  }

  /** Cyan, magenta, yellow, black, without a colour profile, as print shops have it. */
  public static byte[] cmyk(int width, int height) {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.setPixel(x, y, new int[] {255 * x / width, 255 * y / height, 128, 20});
      }
    }
    return write(new IIOImage(raster, null, null), false);
  }

  private static byte[] write(IIOImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      if (progressive) {
        settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(stream);
      writer.write(null, image, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** A note added to a JPEG that viewers should turn it by a quarter (EXIF, orientation 6). */
  public static byte[] turned(byte[] jpeg) {
    byte[] note = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      18,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + note.length);
    return all.put(jpeg, 0, 2).put(note).put(jpeg, 2, jpeg.length - 2).array();
  }
}
