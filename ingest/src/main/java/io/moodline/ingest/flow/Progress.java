package io.moodline.ingest.flow;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Which frames of a session have a known outcome. Immutable.
 *
 * @param session the session, epoch milliseconds
 * @param finished frames from the session's first on, without a gap
 * @param beyond those after them, counted from {@code finished}
 */
public record Progress(long session, long finished, BitSet beyond) {

  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 1 + Long.BYTES + Long.BYTES;

  /** Copies the set, which is not immutable itself. */
  public Progress {
    beyond = (BitSet) beyond.clone();
  }

  /** A session of which nothing is known yet. */
  public static Progress begin(long session) {
    return new Progress(session, 0, new BitSet());
  }

  @Override
  public BitSet beyond() {
    return (BitSet) beyond.clone();
  }

  /** As bytes: a version, the two numbers, the set. */
  public byte[] toBytes() {
    byte[] bits = beyond.toByteArray();
    return ByteBuffer.allocate(HEAD_BYTES + bits.length)
        .put(VERSION)
        .putLong(session)
        .putLong(finished)
        .put(bits)
        .array();
  }

  /**
   * Reads what {@link #toBytes()} wrote.
   *
   * @throws IllegalArgumentException when the bytes are of another version
   */
  public static Progress fromBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "a camera's progress has version " + version + ", but only " + VERSION + " is known");
    }
    return new Progress(in.getLong(), in.getLong(), BitSet.valueOf(in));
  }
}
