package io.moodline.aggregator;

import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.TrendScope;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Deletes what is too old, a bounded number of records at a time. */
final class Expiry {

  private static final int BATCH = 500;

  private Expiry() {}

  /** Deletes timelines of a camera last seen before {@code beforeMs}. */
  static void expireTimelines(
      KeyValueStore<String, FaceTimeline> store, String cameraId, long beforeMs) {
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, FaceTimeline> all = store.range(cameraId + ":", cameraId + ";")) {
      while (all.hasNext() && old.size() < BATCH) {
        KeyValue<String, FaceTimeline> entry = all.next();
        if (entry.value.getFirstSeenMs() >= beforeMs) {
          break;
        }
        if (entry.value.getLastSeenMs() < beforeMs) {
          old.add(entry.key);
        }
      }
    }
    old.forEach(store::delete);
  }

  /** Deletes windows of one series that begin before {@code beforeMs}. */
  static <V> void expireTrends(
      KeyValueStore<String, V> store, TrendScope scope, String id, long windowMs, long beforeMs) {
    if (beforeMs > 0) {
      expireRange(
          store,
          TrendKeys.of(scope, id, windowMs, 0),
          TrendKeys.of(scope, id, windowMs, beforeMs - 1) + "0");
    }
  }

  /** Deletes the records from {@code from} to {@code to}, both included. */
  static <V> void expireRange(KeyValueStore<String, V> store, String from, String to) {
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, V> all = store.range(from, to)) {
      while (all.hasNext() && old.size() < BATCH) {
        old.add(all.next().key);
      }
    }
    old.forEach(store::delete);
  }
}
