package io.moodline.aggregator.stores;

import io.moodline.aggregator.api.NotReadyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;

/** What Kafka Streams knows of who holds what. Thread-safe. */
final class KafkaOwners implements Owners {

  private static final Serializer<String> TEXT = Serdes.String().serializer();

  private final KafkaStreams streams;

  KafkaOwners(KafkaStreams streams) {
    this.streams = streams;
  }

  @Override
  public Owner of(StoreRef<?> store, String routingKey) {
    try {
      return owner(streams.queryMetadataForKey(store.name(), routingKey, TEXT));
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw notRunning(e);
    }
  }

  @Override
  public List<Owner> all(StoreRef<?> store) {
    try {
      ChosenPartition first = new ChosenPartition(0);
      List<Owner> owners = new ArrayList<>();
      owners.add(owner(streams.queryMetadataForKey(store.name(), "", first)));
      for (int partition = 1; partition < first.partitions; partition++) {
        owners.add(
            owner(streams.queryMetadataForKey(store.name(), "", new ChosenPartition(partition))));
      }
      return owners;
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw notRunning(e);
    }
  }

  /**
   * True when there is another instance. One that starts is known from when partitions are assigned
   * to it, before it asks for any; one that died until its partitions are assigned to others.
   */
  boolean hasOthers(HostInfo here) {
    try {
      return streams.metadataForAllStreamsClients().stream()
          .anyMatch(instance -> !instance.hostInfo().equals(here));
    } catch (InvalidStateStoreException | IllegalStateException e) {
      // Not running: nothing can be read from it, either.
      return false;
    }
  }

  private static Owner owner(KeyQueryMetadata found) {
    if (found == null || found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
      throw new NotReadyException("the partitions are being assigned", null);
    }
    boolean known = !found.activeHost().equals(HostInfo.unavailable());
    return new Owner(
        found.partition(), known ? found.activeHost() : null, List.copyOf(found.standbyHosts()));
  }

  private NotReadyException notRunning(RuntimeException cause) {
    return new NotReadyException("the aggregator is " + streams.state(), cause);
  }

  /** Sends every key to one partition, and learns how many there are. Used by one thread. */
  private static final class ChosenPartition implements StreamPartitioner<String, Object> {

    private final int partition;
    private int partitions;

    ChosenPartition(int partition) {
      this.partition = partition;
    }

    @Override
    public Optional<Set<Integer>> partitions(
        String topic, String key, Object value, int numPartitions) {
      partitions = numPartitions;
      return Optional.of(Set.of(partition));
    }
  }
}
