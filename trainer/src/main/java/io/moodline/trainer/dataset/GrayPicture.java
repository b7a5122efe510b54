package io.moodline.trainer.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes pictures of any kind and colour to gray ones of the data set's size. */
final class GrayPicture {

  /** More is no picture of a face, but would fill the memory. */
  private static final long MAX_PIXELS = 25_000_000;

  private GrayPicture() {}

  /**
   * The picture as {@link Sample#SIZE} x {@link Sample#SIZE} gray values. A picture that is not
   * square is stretched: data sets cut faces closely, so that cropping would take the chin away.
   * Transparency is ignored.
   *
   * @throws IllegalArgumentException when the bytes are no picture; the message says why
   */
  static byte[] decode(byte[] encoded) {
    BufferedImage image = read(encoded);
    return GrayResize.resize(
        gray(image), image.getWidth(), image.getHeight(), Sample.SIZE, Sample.SIZE);
  }

  /**
   * The gray values of a picture that must have the data set's size already; see {@link #decode}.
   *
   * @throws IllegalArgumentException when the bytes are no such picture; the message says why
   */
  static byte[] decodeOfSize(byte[] encoded) {
    BufferedImage image = read(encoded);
    int size = Sample.SIZE;
    if (image.getWidth() != size || image.getHeight() != size) {
      throw new IllegalArgumentException(
          "is %dx%d, but must be %dx%d pixels"
              .formatted(image.getWidth(), image.getHeight(), size, size));
    }
    return gray(image);
  }

  private static BufferedImage read(byte[] encoded) {
    if (encoded.length == 0) {
      throw new IllegalArgumentException("is an empty file");
    }
    // In memory: ImageIO.read(InputStream) would write a cache file for each picture.
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new RefusedException("is no picture in a known format");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        requireUsualSize(reader.getWidth(0), reader.getHeight(0));
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("is a damaged picture: " + e.getMessage(), e);
    }
  }

  private static void requireUsualSize(long width, long height) {
    if (width * height > MAX_PIXELS) {
      throw new RefusedException(
          "is " + width + "x" + height + ", but must have at most " + MAX_PIXELS + " pixels");
    }
  }

  private static byte[] gray(BufferedImage image) {
    return isPlainGray(image) ? firstBand(image.getRaster()) : luma(image);
  }

  /** Gray pictures keep their values: AWT would change them, as its gray is linear in light. */
  private static boolean isPlainGray(BufferedImage image) {
    Raster raster = image.getRaster();
    return raster.getNumBands() <= 2
        && !(image.getColorModel() instanceof IndexColorModel)
        && (raster.getTransferType() == DataBuffer.TYPE_BYTE
            || raster.getTransferType() == DataBuffer.TYPE_USHORT);
  }

  private static byte[] firstBand(Raster raster) {
    int shift = raster.getSampleModel().getSampleSize(0) - Byte.SIZE;
    int[] row = new int[raster.getWidth()];
    byte[] gray = new byte[raster.getWidth() * raster.getHeight()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        gray[y * row.length + x] = (byte) (row[x] >> Math.max(0, shift));
      }
    }
    return gray;
  }

  /** Rec. 601's luma, which JPEG and OpenCV use too. */
  private static byte[] luma(BufferedImage image) {
    int[] row = new int[image.getWidth()];
    byte[] gray = new byte[image.getWidth() * image.getHeight()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        int red = row[x] >> 16 & 0xff;
        int green = row[x] >> 8 & 0xff;
        int blue = row[x] & 0xff;
        gray[y * row.length + x] =
            (byte) Math.round((299 * red + 587 * green + 114 * blue) / 1000f);
      }
    }
    return gray;
  }

  /** Our own reasons, told apart from what a damaged picture makes its reader throw. */
  private static final class RefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }
}
