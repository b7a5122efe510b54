package io.moodline.aggregator.stores;

import io.moodline.aggregator.api.NotReadyException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.KeyValue;

/**
 * Pages as bytes: for each record the length of its key (four bytes, big-endian), the key (UTF-8),
 * the length of its value, the value; then -1 when that was all, or -2 when there may be more. An
 * answer that was cut off is thereby told from a short one.
 */
final class Pages {

  /** A page is closed when it is larger than this; it holds two records at least. */
  static final int MAX_BYTES = 1024 * 1024;

  private static final int END = -1;
  private static final int MORE = -2;

  private Pages() {}

  /**
   * Writes a page.
   *
   * @param records taken from only for as long as they are written, so that no more of a store is
   *     in memory than a page
   * @param limit at most so many
   */
  static <V> byte[] write(StoreRef<V> store, Iterator<KeyValue<String, V>> records, int limit) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      int written = 0;
      while (written < limit && (written < 2 || bytes.size() <= MAX_BYTES) && records.hasNext()) {
        KeyValue<String, V> record = records.next();
        write(out, record.key.getBytes(StandardCharsets.UTF_8));
        write(out, store.bytes(record.value));
        written++;
      }
      out.writeInt(records.hasNext() ? MORE : END);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads a page.
   *
   * @throws NotReadyException when it was cut off or cannot be read, as by an older version
   */
  static <V> Page<V> read(StoreRef<V> store, byte[] bytes) {
    List<KeyValue<String, V>> records = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int length = in.readInt();
      while (length >= 0) {
        String key = new String(read(in, length), StandardCharsets.UTF_8);
        records.add(KeyValue.pair(key, store.value(read(in, in.readInt()))));
        length = in.readInt();
      }
      if (length < MORE) {
        throw new IOException("a record of length " + length);
      }
      return new Page<>(records, length == MORE);
    } catch (IOException | SerializationException e) {
      throw new NotReadyException(
          "another instance's answer from " + store.name() + " cannot be read", e);
    }
  }

  private static byte[] read(DataInputStream in, int length) throws IOException {
    if (length < 0 || length > in.available()) {
      throw new IOException("cut off: " + in.available() + " bytes of " + length);
    }
    return in.readNBytes(length);
  }
}
