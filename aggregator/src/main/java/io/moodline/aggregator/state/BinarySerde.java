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

  private static final int VERSION = 1;

  interface Writer<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  private final String what;
  private final Writer<T> writer;
  private final Reader<T> reader;

  BinarySerde(String what, Writer<T> writer, Reader<T> reader) {
    this.what = what;
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
      out.writeByte(VERSION);
      writer.write(value, out);
    } catch (IOException e) {
      throw new SerializationException("cannot write " + what, e);
    }
    return bytes.toByteArray();
  }

  private T read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new SerializationException(
            what + " of version " + version + ", but only " + VERSION + " is known");
      }
      return reader.read(in);
    } catch (IOException e) {
      throw new SerializationException("not readable as " + what, e);
    }
  }
}
