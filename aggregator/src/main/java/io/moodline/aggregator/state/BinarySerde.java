package io.moodline.aggregator.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serde of state that only this service reads: a version byte, then the fields in order.
 * Thread-safe.
 */
final class BinarySerde<T> implements Serde<T> {

  interface Writer<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  /** Reads what earlier versions of this service have written, too. */
  interface VersionedReader<T> {
    T read(DataInput in, int version) throws IOException;
  }

  private final String what;
  private final int version;
  private final Writer<T> writer;
  private final VersionedReader<T> reader;

  /** Of a state that has had one version only. */
  BinarySerde(String what, Writer<T> writer, Reader<T> reader) {
    this(what, 1, writer, (in, version) -> reader.read(in));
  }

  /**
   * @param version what is written, and the newest that can be read
   */
  BinarySerde(String what, int version, Writer<T> writer, VersionedReader<T> reader) {
    this.what = what;
    this.version = version;
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : read(bytes);
  }

  private byte[] write(T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(version);
      writer.write(value, out);
    } catch (IOException e) {
      throw new SerializationException("cannot write " + what, e);
    }
    return bytes.toByteArray();
  }

  private T read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int written = in.readByte();
      if (written < 1 || written > version) {
        throw new SerializationException(
            what + " of version " + written + ", but only those up to " + version + " are known");
      }
      return reader.read(in, written);
    } catch (IOException e) {
      throw new SerializationException("not readable as " + what, e);
    }
  }
}
