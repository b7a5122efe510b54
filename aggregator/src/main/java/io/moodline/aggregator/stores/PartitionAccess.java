package io.moodline.aggregator.stores;

/**
 * Single partitions of stores, as one instance holds them. Every method throws {@link
 * io.moodline.aggregator.api.NotReadyException} when it does not hold that partition. Thread-safe.
 */
interface PartitionAccess {

  /** The value of a key, or null. */
  <V> V get(StoreRef<V> store, int partition, String key);

  /** The records of a range, or the first of them. */
  <V> Page<V> range(StoreRef<V> store, int partition, KeyRange range);
}
