package io.moodline.aggregator.stores;

import io.moodline.aggregator.api.NotReadyException;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The partitions that this instance holds. They are named at each read, since Kafka Streams' answer
 * to a read of "all local ones" lacks, without a word, those that have moved. Thread-safe.
 */
final class KafkaPartitions implements PartitionAccess {

  private final KafkaStreams streams;
  private final boolean copies;

  /**
   * @param copies true: of standbys and of partitions that are being restored, too
   */
  KafkaPartitions(KafkaStreams streams, boolean copies) {
    this.streams = streams;
    this.copies = copies;
  }

  @Override
  public <V> V get(StoreRef<V> store, int partition, String key) {
    return read(inPartition(store, partition), found -> found.get(key));
  }

  @Override
  public <V> Page<V> range(StoreRef<V> store, int partition, KeyRange range) {
    return read(
        inPartition(store, partition), found -> new Page<>(StoreReads.range(found, range), false));
  }

  /** The first records of a range, for another instance. */
  <V> byte[] page(StoreRef<V> store, int partition, KeyRange range) {
    return read(inPartition(store, partition), found -> StoreReads.page(store, found, range));
  }

  /** A store that this instance holds whole. */
  <V> Page<V> global(StoreRef<V> store, KeyRange range) {
    return read(parameters(store), found -> new Page<>(StoreReads.range(found, range), false));
  }

  private <V> StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> inPartition(
      StoreRef<V> store, int partition) {
    return parameters(store).withPartition(partition);
  }

  private <V> StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> parameters(StoreRef<V> store) {
    StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> parameters =
        StoreQueryParameters.fromNameAndType(
            store.name(), QueryableStoreTypes.<String, V>keyValueStore());
    return copies ? parameters.enableStaleStores() : parameters;
  }

  private <V, T> T read(
      StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> parameters,
      Function<ReadOnlyKeyValueStore<String, V>, T> what) {
    try {
      requireState();
      T answer = what.apply(streams.store(parameters));
      // A store in memory that is closed while it is read looks as if it ended there.
      requireState();
      streams.store(parameters);
      return answer;
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw new NotReadyException(
          parameters.storeName()
              + (parameters.partition() == null ? "" : ", partition " + parameters.partition())
              + ", is being moved or restored",
          e);
    }
  }

  private void requireState() {
    KafkaStreams.State state = streams.state();
    if (state != KafkaStreams.State.RUNNING
        && !(copies && state == KafkaStreams.State.REBALANCING)) {
      throw new NotReadyException("the aggregator is " + state, null);
    }
  }
}
