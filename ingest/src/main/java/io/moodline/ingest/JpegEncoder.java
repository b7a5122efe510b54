package io.moodline.ingest;

/** Encodes pictures. Thread-safe. */
public interface JpegEncoder {

  /**
   * @param bgr blue, green, red of each pixel, row by row from the top
   * @param width pixels
   * @param height pixels
   * @param quality 1 to 100
   */
  byte[] encodeBgr(byte[] bgr, int width, int height, int quality);
}
