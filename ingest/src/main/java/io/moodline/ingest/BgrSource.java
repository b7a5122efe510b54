package io.moodline.ingest;

import java.nio.ByteBuffer;

/** A source whose grabbed picture can also be had as it was decoded, without encoding it. */
public interface BgrSource extends FrameSource {

  /**
   * The grabbed picture as it was decoded, neither righted nor scaled: blue, green, red, row by row
   * from the top, each row {@link #strideBytes()} long. A direct buffer, valid until the next grab.
   */
  ByteBuffer bgr();

  /** Width of the picture as it was decoded, pixels. */
  int width();

  /** Height of the picture as it was decoded, pixels. */
  int height();

  /** Bytes from one row's beginning to the next one's. */
  int strideBytes();
}
