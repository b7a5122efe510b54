package io.moodline.aggregator.stores;

import java.util.List;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Where a partition of a store is.
 *
 * @param active the instance that works on it; null when nobody is known to
 * @param copies instances that keep a copy of it
 */
record Owner(int partition, HostInfo active, List<HostInfo> copies) {}
