package io.moodline.streams;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Which frame a record is of, told beside its value: so that a frame has an outcome, too, whose
 * record cannot be read. On the topics {@code frames} and {@code faces}.
 *
 * @param session the camera's session, epoch milliseconds
 * @param sequence the frame's number in it
 * @param capturedAtMs when it was captured, epoch milliseconds
 */
public record FrameHeader(long session, long sequence, long capturedAtMs) {

  /** The header's name. */
  public static final String NAME = "moodline.frame";

  private static final int BYTES = 3 * Long.BYTES;

  /** As a header: the three numbers, big-endian. */
  public Header toHeader() {
    return new RecordHeader(
        NAME,
        ByteBuffer.allocate(BYTES)
            .putLong(session)
            .putLong(sequence)
            .putLong(capturedAtMs)
            .array());
  }

  /** Reads it; empty when there is none, or none that this version wrote. */
  static Optional<FrameHeader> of(Headers headers) {
    Header header = headers.lastHeader(NAME);
    if (header == null || header.value() == null || header.value().length != BYTES) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(header.value());
    return Optional.of(new FrameHeader(in.getLong(), in.getLong(), in.getLong()));
  }
}
