package io.moodline.aggregator.stores;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads ranges of an open store. */
public final class StoreReads {

  private StoreReads() {}

  /** The records of a range, in its order. */
  public static <V> List<KeyValue<String, V>> range(
      ReadOnlyKeyValueStore<String, V> store, KeyRange range) {
    List<KeyValue<String, V>> found = new ArrayList<>();
    if (range.isEmpty()) {
      return found;
    }
    try (KeyValueIterator<String, V> all = open(store, range)) {
      while (found.size() < range.limit() && all.hasNext()) {
        found.add(all.next());
      }
    }
    return found;
  }

  /**
   * The first records of a range, as another instance reads them: one page, and no more is read.
   */
  static <V> byte[] page(StoreRef<V> ref, ReadOnlyKeyValueStore<String, V> store, KeyRange range) {
    if (range.isEmpty()) {
      return Pages.write(ref, Collections.emptyIterator(), 1);
    }
    try (KeyValueIterator<String, V> all = open(store, range)) {
      return Pages.write(ref, all, range.limit());
    }
  }

  private static <V> KeyValueIterator<String, V> open(
      ReadOnlyKeyValueStore<String, V> store, KeyRange range) {
    return range.reverse()
        ? store.reverseRange(range.from(), range.to())
        : store.range(range.from(), range.to());
  }
}
