package io.moodline.detector.image;

import io.moodline.detector.UndecodableImageException;
import java.nio.ByteBuffer;

/**
 * The size of a picture, read from its header.
 *
 * @param width pixels
 * @param height pixels
 */
public record PictureSize(int width, int height) {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** Signature, length and name of the header chunk, width, height. */
  private static final int PNG_HEADER = 24;

  private static final int PNG_WIDTH = 16;
  private static final int PNG_HEIGHT = 20;

  /**
   * Of a whole JPEG, or of a PNG's beginning.
   *
   * @throws UndecodableImageException when it is neither, or damaged
   */
  public static PictureSize of(byte[] picture) throws UndecodableImageException {
    if (isPng(picture)) {
      ByteBuffer header = ByteBuffer.wrap(picture);
      return sized(header.getInt(PNG_WIDTH), header.getInt(PNG_HEIGHT));
    }
    if (picture.length < 2 || picture[0] != (byte) 0xFF || picture[1] != (byte) 0xD8) {
      throw new UndecodableImageException("neither a JPEG nor a PNG");
    }
    JpegHeader header = JpegHeader.read(picture);
    return new PictureSize(header.width(), header.height());
  }

  /** True when a file begins as a PNG does, with its size. */
  public static boolean isPng(byte[] picture) {
    return picture.length >= PNG_HEADER
        && ByteBuffer.wrap(picture, 0, PNG.length).equals(ByteBuffer.wrap(PNG));
  }

  /** Pixels, width times height. */
  public long pixels() {
    return (long) width * height;
  }

  private static PictureSize sized(int width, int height) throws UndecodableImageException {
    if (width < 1 || height < 1) {
      throw new UndecodableImageException("a PNG of " + width + " x " + height + " pixels");
    }
    return new PictureSize(width, height);
  }
}
