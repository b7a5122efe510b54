package io.moodline.aggregator;

import io.moodline.aggregator.api.NotReadyException;
import io.moodline.aggregator.api.StoreSource;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of a running application. Thread-safe. */
final class KafkaStoreSource implements StoreSource {

  private final KafkaStreams streams;

  KafkaStoreSource(KafkaStreams streams) {
    this.streams = streams;
  }

  @Override
  public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
    if (streams.state() != KafkaStreams.State.RUNNING) {
      throw new NotReadyException("the aggregator is " + streams.state(), null);
    }
    try {
      return streams.store(
          StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, V>keyValueStore()));
    } catch (InvalidStateStoreException e) {
      throw new NotReadyException("the store " + name + " is being opened", e);
    }
  }
}
