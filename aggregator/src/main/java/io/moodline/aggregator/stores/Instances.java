package io.moodline.aggregator.stores;

import org.apache.kafka.streams.state.HostInfo;

/** The instances, this one among them. Thread-safe. */
interface Instances {

  /**
   * What this instance holds whole.
   *
   * @param copies true: also while it is being read in
   */
  <V> Page<V> global(StoreRef<V> store, KeyRange range, boolean copies);

  /** True when that is this instance, which answers at once. */
  boolean isHere(HostInfo host);

  /**
   * What an instance holds.
   *
   * @param copies false: only of the partitions that it works on
   */
  PartitionAccess at(HostInfo host, boolean copies);
}
