package io.moodline.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Avro's single-object encoding: {@code C3 01}, the schema's eight-byte fingerprint, the record. It
 * needs no registry: what was written with any released version is read.
 *
 * <p>Thread-safe.
 */
final class SingleObjectSerde<T extends SpecificRecord> implements Serde<T> {

  private final BinaryMessageEncoder<T> encoder;
  private final BinaryMessageDecoder<T> decoder;
  private final String recordName;

  SingleObjectSerde(Class<T> type) {
    SpecificData data = SpecificData.getForClass(type);
    Schema schema = data.getSchema(type);
    SchemaStore.Cache known = new SchemaStore.Cache();
    SchemaHistory.versionsOf(schema.getName()).forEach(known::addSchema);
    this.recordName = schema.getName();
    this.encoder = new BinaryMessageEncoder<>(data, schema);
    this.decoder = new BinaryMessageDecoder<>(data, schema, known);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : encode(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : decode(bytes);
  }

  private byte[] encode(T value) {
    try {
      ByteBuffer buffer = encoder.encode(value);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("cannot write a " + recordName + ": " + e.getMessage(), e);
    }
  }

  private T decode(byte[] bytes) {
    try {
      // Never into a reused record: its byte buffers would be overwritten under their holder.
      return decoder.decode(bytes, null);
    } catch (MissingSchemaException e) {
      throw new SerializationException(
          "unknown schema: these bytes were written with a schema that is not a known version of "
              + recordName
              + " ("
              + e.getMessage()
              + ")",
          e);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("not a readable " + recordName + ": " + e.getMessage(), e);
    }
  }
}
