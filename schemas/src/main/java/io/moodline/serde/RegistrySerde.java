package io.moodline.serde;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The Schema Registry wire format: a zero byte, a four-byte schema id, the record. Apicurio's
 * serdes do the work; what is added is that a record that cannot be read ({@link
 * SerializationException}) is told from a registry that does not answer ({@link
 * SchemaRegistryException}).
 *
 * <p>Thread-safe. A schema is asked for once.
 */
final class RegistrySerde<T extends SpecificRecord> implements Serde<T> {

  private static final int HEAD_BYTES = 5;
  private static final int NOT_FOUND = 404;

  private final Class<T> type;
  private final AvroKafkaSerializer<T> writer;
  private final AvroKafkaDeserializer<T> reader;
  private final Set<Integer> known = ConcurrentHashMap.newKeySet();

  RegistrySerde(Class<T> type, String registryUrl) {
    this(type, registryUrl, new AvroKafkaSerializer<>(), new AvroKafkaDeserializer<>());
  }

  /**
   * @param writer not yet configured, as is the reader
   */
  RegistrySerde(
      Class<T> type,
      String registryUrl,
      AvroKafkaSerializer<T> writer,
      AvroKafkaDeserializer<T> reader) {
    this.type = type;
    this.writer = writer;
    this.reader = reader;
    Map<String, Object> settings =
        Map.of(
            "apicurio.registry.url", registryUrl,
            "apicurio.registry.auto-register", true,
            "apicurio.registry.use-specific-avro-reader", true,
            // What is known stays known when the registry is away.
            "apicurio.registry.fault-tolerant-refresh", true);
    writer.configure(settings, false);
    reader.configure(settings, false);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : encode(topic, value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : decode(topic, bytes);
  }

  private byte[] encode(String topic, T value) {
    try {
      return writer.serialize(topic, value);
    } catch (RuntimeException e) {
      if (isBehind(e, RegistrySerde::isOfTheRecord)) {
        throw new SerializationException("cannot write a " + name() + ": " + e.getMessage(), e);
      }
      throw new SchemaRegistryException("an id for the schema of a " + name(), e);
    }
  }

  private static boolean isOfTheRecord(Throwable e) {
    return e instanceof AvroRuntimeException
        || e instanceof NullPointerException
        || e instanceof ClassCastException;
  }

  private T decode(String topic, byte[] bytes) {
    if (bytes.length < HEAD_BYTES || bytes[0] != 0) {
      throw new SerializationException(
          "not a readable " + name() + ": it does not begin with 0 and the id of a schema");
    }
    learn(ByteBuffer.wrap(bytes, 1, HEAD_BYTES - 1).getInt());
    try {
      return type.cast(reader.deserialize(topic, bytes));
    } catch (RuntimeException e) {
      throw new SerializationException("not a readable " + name() + ": " + e.getMessage(), e);
    }
  }

  /** Gets a schema apart from reading with it, so that it is clear which of the two went wrong. */
  private void learn(int id) {
    if (known.contains(id)) {
      return;
    }
    try {
      reader
          .getSchemaResolver()
          .resolveSchemaByArtifactReference(ArtifactReference.fromContentId((long) id));
    } catch (RuntimeException e) {
      if (isBehind(e, RegistrySerde::isNotFound)
          || isBehind(e, AvroRuntimeException.class::isInstance)) {
        throw new SerializationException(
            "unknown schema: the registry has no Avro schema with the id " + id, e);
      }
      throw new SchemaRegistryException("the schema with the id " + id, e);
    }
    known.add(id);
  }

  private static boolean isNotFound(Throwable e) {
    return e instanceof ApiException answer && answer.getResponseStatusCode() == NOT_FOUND;
  }

  private static boolean isBehind(Throwable e, Predicate<Throwable> which) {
    return e != null && (which.test(e) || isBehind(e.getCause(), which));
  }

  private String name() {
    return type.getSimpleName();
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
  }
}
