package io.moodline.ingest.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the display matrix of an MP4's track header ("tkhd", ISO/IEC 14496-12, 8.3.2), as a phone
 * does when it is held upright.
 */
final class Mp4Rotation {

  private static final int FIXED_ONE = 0x00010000;

  /** From the box's type to its matrix, for version 0 of the box. */
  private static final int MATRIX_OFFSET = 4 + 4 + 20 + 8 + 8;

  private Mp4Rotation() {}

  static void set(Path file, int counterClockwiseDegrees) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int type = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
    int cos = (int) Math.round(Math.cos(Math.toRadians(counterClockwiseDegrees))) * FIXED_ONE;
    int sin = (int) Math.round(Math.sin(Math.toRadians(counterClockwiseDegrees))) * FIXED_ONE;
    // Rows of the matrix are (a b u), (c d v); the picture's y axis points down.
    ByteBuffer.wrap(bytes)
        .position(type + MATRIX_OFFSET)
        .putInt(cos)
        .putInt(-sin)
        .putInt(0)
        .putInt(sin)
        .putInt(cos);
    Files.write(file, bytes);
  }
}
