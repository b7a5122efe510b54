package io.moodline.ingest;

/** Encodes pictures. Thread-safe. */
public interface JpegEncoder {

  /**
   * Encodes a picture.
   *
   * @param bgr blue, green, red, row by row from the top, without padding
   * @param width pixels
   * @param height pixels
   * @param quality 1 to 100
   */
  byte[] encodeBgr(byte[] bgr, int width, int height, int quality);
}
