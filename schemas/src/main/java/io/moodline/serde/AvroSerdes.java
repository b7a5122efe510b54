package io.moodline.serde;

import io.moodline.schemas.Frame;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Serde;

/**
 * Makes the serdes of all topics: Avro's single-object encoding when no registry is set, the Schema
 * Registry wire format (a zero byte and a four-byte schema id) when one is.
 */
public final class AvroSerdes {

  static {
    // Avro makes no class that it was not told to trust, and knows only a global list of these.
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(),
            type -> type.getPackage().equals(Frame.class.getPackage())));
  }

  private final String registryUrl;

  private AvroSerdes(String registryUrl) {
    this.registryUrl = registryUrl;
  }

  /** Serdes that need nothing but the class path. */
  public static AvroSerdes singleObject() {
    return new AvroSerdes("");
  }

  /**
   * Serdes for a registry, or single-object ones when the address is empty.
   *
   * @param registryUrl address of the registry's API, or an empty string
   */
  public static AvroSerdes of(String registryUrl) {
    return new AvroSerdes(registryUrl);
  }

  /** The serde of one record type. */
  public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
    return registryUrl.isEmpty()
        ? new SingleObjectSerde<>(type)
        : new RegistrySerde<>(type, registryUrl);
  }
}
