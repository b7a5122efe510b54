package io.moodline.trainer.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes black PNGs of 48 x 48 pixels with one pixel that is not black, of kinds that Java's own
 * writer does not make. After the PNG specification, W3C, 2003.
 */
final class TinyPng {

  /** Red, green, blue of the palette's entries. */
  static final int[] PALETTE = {0x000000, 0x252525, 0x404040, 0x0a64c8};

  /** The number of the pixel that is not black. */
  static final int MARK = 48 + 1;

  private static final int SIZE = 48;
  private static final int COLOUR = PALETTE[3];

  /** What the pixels are made of. */
  enum Kind {
    GRAY(0, 1),
    COLOUR(2, 3),
    PALETTE(3, 1),
    GRAY_ALPHA(4, 2),
    COLOUR_ALPHA(6, 4);

    private final int code;
    private final int samples;

    Kind(int code, int samples) {
      this.code = code;
      this.samples = samples;
    }
  }

  private TinyPng() {}

  /**
   * A picture.
   *
   * @param bits of a sample: 1, 2, 4, 8 or 16
   * @param sample gray or palette entry of the pixel; colours have one of their own
   */
  static byte[] of(Kind kind, int bits, int sample) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(SIZE)
            .putInt(SIZE)
            .put((byte) bits)
            .put((byte) kind.code)
            .array(),
        png);
    if (kind == Kind.PALETTE) {
      ByteBuffer palette = ByteBuffer.allocate(3 * Math.min(PALETTE.length, 1 << bits));
      for (int i = 0; palette.hasRemaining(); i++) {
        palette.put((byte) (PALETTE[i] >> 16)).put((byte) (PALETTE[i] >> 8)).put((byte) PALETTE[i]);
      }
      chunk("PLTE", palette.array(), png);
    }
    chunk("IDAT", deflated(rows(kind, bits, sample)), png);
    chunk("IEND", new byte[0], png);
    return png.toByteArray();
  }

  private static byte[] rows(Kind kind, int bits, int sample) {
    int row = 1 + SIZE * kind.samples * bits / Byte.SIZE;
    byte[] rows = new byte[SIZE * row];
    for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
      for (int i = 0; i < kind.samples; i++) {
        int bit = (pixel % SIZE * kind.samples + i) * bits;
        put(rows, pixel / SIZE * row + 1, bit, bits, value(kind, i, bits, pixel == MARK, sample));
      }
    }
    return rows;
  }

  private static int value(Kind kind, int i, int bits, boolean mark, int sample) {
    boolean colour = kind == Kind.COLOUR || kind == Kind.COLOUR_ALPHA;
    if (kind == Kind.GRAY_ALPHA && i == 1 || i == 3) {
      return (1 << bits) - 1;
    }
    if (!mark) {
      return 0;
    }
    int level = COLOUR >> (2 - i) * Byte.SIZE & 0xff;
    return colour ? level << bits - Byte.SIZE : sample;
  }

  private static void put(byte[] rows, int start, int bit, int bits, int value) {
    for (int b = 0; b < bits; b++) {
      int at = bit + b;
      int one = value >> bits - 1 - b & 1;
      rows[start + at / Byte.SIZE] |= (byte) (one << Byte.SIZE - 1 - at % Byte.SIZE);
    }
  }

  private static byte[] deflated(byte[] rows) {
    Deflater deflater = new Deflater();
    deflater.setInput(rows);
    deflater.finish();
    byte[] buffer = new byte[rows.length + 100];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  private static void chunk(String name, byte[] content, ByteArrayOutputStream png) {
    ByteBuffer body = ByteBuffer.allocate(4 + content.length);
    body.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 crc = new CRC32();
    crc.update(body.array());
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(body.array());
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
