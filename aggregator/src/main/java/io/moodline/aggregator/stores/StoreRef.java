package io.moodline.aggregator.stores;

import org.apache.kafka.common.serialization.Serde;

/**
 * A state store that can be read. Its keys are text. Immutable.
 *
 * @param <V> its values
 */
public final class StoreRef<V> {

  private final String name;
  private final boolean global;
  private final Serde<V> wire;

  private StoreRef(String name, boolean global, Serde<V> wire) {
    this.name = name;
    this.global = global;
    this.wire = wire;
  }

  /**
   * A store that is spread over the instances by partition.
   *
   * @param wire how one instance hands its values to another; it needs no registry
   */
  static <V> StoreRef<V> partitioned(String name, Serde<V> wire) {
    return new StoreRef<>(name, false, wire);
  }

  /** A store that every instance holds whole; nobody asks another for it. */
  static <V> StoreRef<V> global(String name) {
    return new StoreRef<>(name, true, null);
  }

  /** The store's name. */
  public String name() {
    return name;
  }

  /** True when every instance holds all of it. */
  boolean isGlobal() {
    return global;
  }

  byte[] bytes(V value) {
    return wire.serializer().serialize(name, value);
  }

  V value(byte[] bytes) {
    return wire.deserializer().deserialize(name, bytes);
  }

  @Override
  public String toString() {
    return name;
  }
}
