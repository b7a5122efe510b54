package io.moodline.aggregator.stores;

import java.util.List;

/**
 * Who holds what, as far as this instance knows. Throws {@link
 * io.moodline.aggregator.api.NotReadyException} when it does not. Thread-safe.
 */
interface Owners {

  /** Who holds the partition of a routing key. */
  Owner of(StoreRef<?> store, String routingKey);

  /** Who holds each partition, from 0 to the last, without gaps. */
  List<Owner> all(StoreRef<?> store);
}
