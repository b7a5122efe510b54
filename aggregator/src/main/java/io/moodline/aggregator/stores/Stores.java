package io.moodline.aggregator.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;

/**
 * The state stores of all instances. A record lies in the partition of its routing key: the id of
 * its camera, or of its site.
 *
 * <p>Every method throws {@link io.moodline.aggregator.api.NotReadyException} rather than answer
 * from a part of what it was asked for. Thread-safe.
 */
public interface Stores {

  /** The value of one key. */
  <V> Optional<V> get(StoreRef<V> store, String routingKey, String key);

  /** The records of one partition whose keys lie in a range, in their order. */
  <V> List<KeyValue<String, V>> range(StoreRef<V> store, String routingKey, KeyRange range);

  /**
   * The first {@code limit} values of a range that a predicate accepts; no more is read than that
   * needs.
   */
  default <V> List<V> first(
      StoreRef<V> store, String routingKey, KeyRange range, Predicate<V> which, int limit) {
    List<V> found = new ArrayList<>();
    KeyRange rest = range.atMost(limit);
    String last = null;
    boolean more = true;
    while (more && found.size() < limit) {
      List<KeyValue<String, V>> records = range(store, routingKey, rest);
      for (KeyValue<String, V> record : records) {
        if (!record.key.equals(last) && found.size() < limit && which.test(record.value)) {
          found.add(record.value);
        }
      }
      more = records.size() == rest.limit();
      if (more) {
        last = records.get(records.size() - 1).key;
        rest = range.goingOnAt(last).atMost(limit + 1);
      }
    }
    return found;
  }

  /** The records of all partitions, in no order. */
  <V> List<KeyValue<String, V>> all(StoreRef<V> store);

  /**
   * The same stores, read from a copy where the instance that works on them cannot be asked.
   *
   * @param onCopy called when something was read from a copy, which may lack the newest
   */
  Stores orCopies(Runnable onCopy);
}
