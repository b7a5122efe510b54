package io.moodline.aggregator.stores;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/** This instance's part in reading the stores of all: it asks others and answers them. */
public final class StoreService implements AutoCloseable {

  private static final int ASKERS = 16;

  private final InstanceClient client;
  private final InternalSecret secret;
  private final KafkaOwners owners;
  private final ExecutorService askers =
      Executors.newFixedThreadPool(ASKERS, InstanceClient.named("store-asker"));
  private final KafkaPartitions own;
  private final KafkaPartitions copies;
  private final HostInfo here;
  private final Stores stores;

  /**
   * @param here the address under which this instance is known to the others
   * @param secret what they show each other
   */
  public StoreService(KafkaStreams streams, HostInfo here, InternalSecret secret) {
    this.secret = secret;
    this.client = new InstanceClient(secret);
    this.own = new KafkaPartitions(streams, false);
    this.copies = new KafkaPartitions(streams, true);
    this.here = here;
    this.owners = new KafkaOwners(streams);
    this.stores = new RoutedStores(owners, new Known(), askers);
  }

  /** The stores of all instances. */
  public Stores stores() {
    return stores;
  }

  /** What answers the other instances. */
  public StoreEndpoint endpoint() {
    return new StoreEndpoint(here, own, copies, secret, () -> owners.hasOthers(here));
  }

  private final class Known implements Instances {

    @Override
    public <V> Page<V> global(StoreRef<V> store, KeyRange range, boolean orCopies) {
      return (orCopies ? copies : own).global(store, range);
    }

    @Override
    public boolean isHere(HostInfo host) {
      return here.equals(host);
    }

    @Override
    public PartitionAccess at(HostInfo host, boolean orCopies) {
      if (isHere(host)) {
        return orCopies ? copies : own;
      }
      return new RemotePartitions(client, host, orCopies);
    }
  }

  @Override
  public void close() {
    askers.shutdownNow();
    client.close();
  }
}
