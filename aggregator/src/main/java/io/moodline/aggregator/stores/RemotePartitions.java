package io.moodline.aggregator.stores;

import io.moodline.aggregator.api.NotReadyException;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.HostInfo;

/** The partitions that another instance holds. Thread-safe. */
final class RemotePartitions implements PartitionAccess {

  private final InstanceClient client;
  private final HostInfo host;
  private final boolean copies;

  RemotePartitions(InstanceClient client, HostInfo host, boolean copies) {
    this.client = client;
    this.host = host;
    this.copies = copies;
  }

  @Override
  public <V> V get(StoreRef<V> store, int partition, String key) {
    List<KeyValue<String, V>> found = range(store, partition, KeyRange.of(key, key)).records();
    return found.isEmpty() ? null : found.get(0).value;
  }

  @Override
  public <V> Page<V> range(StoreRef<V> store, int partition, KeyRange range) {
    StoreRequest request = new StoreRequest(partition, range, copies);
    try {
      return Pages.read(store, client.get(request.uri(host, store)));
    } catch (NotReadyException e) {
      throw new NotReadyException(Hosts.text(host) + ": " + e.getMessage(), e);
    }
  }
}
