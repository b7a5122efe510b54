package io.moodline.aggregator.api;

import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Gives access to state stores by name. */
public interface StoreSource {

  /**
   * The store of that name.
   *
   * @throws NotReadyException while it cannot be read
   */
  <K, V> ReadOnlyKeyValueStore<K, V> store(String name);
}
