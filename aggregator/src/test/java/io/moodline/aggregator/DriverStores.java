package io.moodline.aggregator;

import io.moodline.aggregator.stores.KeyRange;
import io.moodline.aggregator.stores.StoreReads;
import io.moodline.aggregator.stores.StoreRef;
import io.moodline.aggregator.stores.Stores;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of a test driver, which has one partition. */
final class DriverStores implements Stores {

  private final TopologyTestDriver driver;

  DriverStores(TopologyTestDriver driver) {
    this.driver = driver;
  }

  @Override
  public <V> Optional<V> get(StoreRef<V> store, String routingKey, String key) {
    return Optional.ofNullable(this.open(store).get(key));
  }

  @Override
  public <V> List<KeyValue<String, V>> range(StoreRef<V> store, String routingKey, KeyRange range) {
    return StoreReads.range(open(store), range);
  }

  @Override
  public <V> List<KeyValue<String, V>> all(StoreRef<V> store) {
    return StoreReads.range(open(store), KeyRange.ALL);
  }

  @Override
  public Stores orCopies(Runnable onCopy) {
    return this;
  }

  private <V> ReadOnlyKeyValueStore<String, V> open(StoreRef<V> store) {
    return driver.getKeyValueStore(store.name());
  }
}
