package io.moodline.trainer.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes the data set's pictures: gray, 8 bits, 48 by 48 pixels. */
final class GrayPng {

  private GrayPng() {}

  /**
   * The pixels, row by row from the top, 0 (black) to 255.
   *
   * @throws IllegalArgumentException when the bytes are no such picture; the message says why
   */
  static byte[] decode(byte[] encoded) {
    BufferedImage image = read(encoded);
    int size = Sample.SIZE;
    if (image.getWidth() != size || image.getHeight() != size) {
      throw new IllegalArgumentException(
          "is " + image.getWidth() + "x" + image.getHeight() + ", but must be 48x48 pixels");
    }
    Raster raster = image.getRaster();
    if (raster.getNumBands() != 1) {
      throw new IllegalArgumentException(
          "has " + raster.getNumBands() + " channels, but must be gray");
    }
    return (byte[]) raster.getDataElements(0, 0, size, size, null);
  }

  private static BufferedImage read(byte[] encoded) {
    BufferedImage image;
    try {
      // In memory: ImageIO.read(InputStream) would write a cache file for each picture.
      image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded)));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("is a damaged picture: " + e.getMessage(), e);
    }
    if (image == null) {
      throw new IllegalArgumentException("is no picture in a known format");
    }
    return image;
  }
}
