package io.moodline.detector.image;

import io.moodline.detector.UndecodableImageException;

/**
 * The size of a JPEG, read from its markers before any memory is spent on its pixels.
 *
 * <p>Decoders fill what is missing of a truncated JPEG with gray and say nothing, so this walks all
 * markers to the last one (ITU-T T.81, annex B), and refuses a size that its scans are too short
 * for. A header that lies by less goes unnoticed.
 *
 * @param width pixels
 * @param height pixels
 */
public record JpegHeader(int width, int height) {

  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int TEM = 0x01;

  /** Pixels, width times height. */
  public long pixels() {
    return (long) width * height;
  }

  /**
   * Walks a JPEG of any size from its first marker to its last.
   *
   * @throws UndecodableImageException when it is not a JPEG, ends too early, or is too short for
   *     the size that it says
   */
  public static JpegHeader read(byte[] jpeg) throws UndecodableImageException {
    return read(jpeg, Long.MAX_VALUE);
  }

  /**
   * Walks a JPEG from its first marker to its last.
   *
   * @param maxPixels most that it may say, width times height
   * @throws UndecodableImageException when it is not a JPEG, is larger, ends too early, or is too
   *     short for the size that it says
   */
  public static JpegHeader read(byte[] jpeg, long maxPixels) throws UndecodableImageException {
    if (jpeg.length < 4 || unsigned(jpeg, 0) != 0xFF || unsigned(jpeg, 1) != SOI) {
      throw new UndecodableImageException(
          "not a JPEG, and nothing else is read: it does not begin with FF D8");
    }
    JpegHeader header = null;
    long scanned = 0;
    int at = 2;
    while (true) {
      at = markerAt(jpeg, at);
      int marker = unsigned(jpeg, at);
      at++;
      if (marker == EOI) {
        return complete(header, scanned);
      } else if (!standsAlone(marker)) {
        int end = at + segmentLength(jpeg, at);
        if (isFrameHeader(marker)) {
          header = size(jpeg, at, end).within(maxPixels);
        }
        at = marker == SOS ? endOfScan(jpeg, end) : end;
        scanned += at - end;
      }
    }
  }

  private static JpegHeader complete(JpegHeader header, long scanned)
      throws UndecodableImageException {
    if (header == null || scanned == 0) {
      throw new UndecodableImageException("not a picture: a JPEG without a frame or a scan");
    }
    if (scanned * 8 < header.blocks()) {
      throw new UndecodableImageException(
          "a damaged JPEG: %d bytes cannot hold %d x %d pixels"
              .formatted(scanned, header.width, header.height));
    }
    return header;
  }

  private JpegHeader within(long maxPixels) throws UndecodableImageException {
    if (pixels() > maxPixels) {
      throw new UndecodableImageException(
          "a picture of %d x %d pixels, but at most %d are allowed (detector.max.pixels)"
              .formatted(width, height, maxPixels));
    }
    return this;
  }

  /** Squares of 8 x 8 pixels: each takes a bit or more of a scan, be it all of one gray. */
  private long blocks() {
    return ((width + 7L) / 8) * ((height + 7L) / 8);
  }

  /** The position of the code that follows one or more FF. */
  private static int markerAt(byte[] jpeg, int from) throws UndecodableImageException {
    int at = from;
    if (at < jpeg.length && unsigned(jpeg, at) != 0xFF) {
      throw new UndecodableImageException("a damaged JPEG: no marker at byte " + at);
    }
    while (at < jpeg.length && unsigned(jpeg, at) == 0xFF) {
      at++;
    }
    return existing(jpeg, at);
  }

  /** The position of the next marker that is neither a stuffed byte nor a restart. */
  private static int endOfScan(byte[] jpeg, int from) throws UndecodableImageException {
    for (int at = from; at + 1 < jpeg.length; at++) {
      if (unsigned(jpeg, at) == 0xFF) {
        int next = unsigned(jpeg, at + 1);
        if (next != 0 && next != 0xFF && !isRestart(next)) {
          return at;
        }
      }
    }
    throw truncated(jpeg);
  }

  private static int segmentLength(byte[] jpeg, int at) throws UndecodableImageException {
    int length = twoBytes(jpeg, at);
    if (length < 2) {
      throw new UndecodableImageException("a damaged JPEG: a segment of " + length + " bytes");
    }
    return length;
  }

  private static JpegHeader size(byte[] jpeg, int at, int end) throws UndecodableImageException {
    if (end - at < 8) {
      throw new UndecodableImageException("a damaged JPEG: a frame header without a size");
    }
    JpegHeader header = new JpegHeader(twoBytes(jpeg, at + 5), twoBytes(jpeg, at + 3));
    if (header.pixels() == 0) {
      throw new UndecodableImageException(
          "a JPEG of " + header.width + " x " + header.height + " pixels");
    }
    return header;
  }

  /** SOF0 to SOF15, among whose codes lie three others: DHT, JPG and DAC. */
  private static boolean isFrameHeader(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean standsAlone(int marker) {
    return marker == TEM || marker == SOI || isRestart(marker);
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xD0 && marker <= 0xD7;
  }

  private static int twoBytes(byte[] jpeg, int at) throws UndecodableImageException {
    existing(jpeg, at + 1);
    return unsigned(jpeg, at) << 8 | unsigned(jpeg, at + 1);
  }

  private static int existing(byte[] jpeg, int at) throws UndecodableImageException {
    if (at >= jpeg.length) {
      throw truncated(jpeg);
    }
    return at;
  }

  private static int unsigned(byte[] jpeg, int at) {
    return jpeg[at] & 0xFF;
  }

  private static UndecodableImageException truncated(byte[] jpeg) {
    return new UndecodableImageException(
        "a truncated JPEG: it ends after " + jpeg.length + " bytes, before its end marker");
  }
}
