package io.moodline.aggregator;

import io.moodline.schemas.Moment;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The moments that can be queried. From when each counts is in a store of its own, in that order,
 * so that those of all cameras, also of removed ones, are found when their time is over.
 */
final class MomentLog {

  private static final int BATCH = 500;

  private final KeyValueStore<String, Moment> moments;
  private final KeyValueStore<String, Long> ages;
  private final long retentionMs;

  /**
   * @param retentionMs how long a moment is kept, milliseconds
   */
  MomentLog(
      KeyValueStore<String, Moment> moments, KeyValueStore<String, Long> ages, long retentionMs) {
    this.moments = moments;
    this.ages = ages;
    this.retentionMs = retentionMs;
  }

  /** One more; its time counts from when it happened, or was found if that is later. */
  void add(Moment moment, long nowMs) {
    String key =
        StoreNames.momentKey(moment.getCameraId(), moment.getAtMs(), moment.getKind().name());
    moments.put(key, moment);
    ages.put(StoreNames.momentAgeKey(Math.max(nowMs, moment.getAtMs()), key), moment.getAtMs());
  }

  /** Deletes what is over, a bounded number at a time. */
  void expire(long nowMs) {
    List<String> over = new ArrayList<>();
    try (KeyValueIterator<String, Long> old =
        ages.range("", StoreNames.momentAgeKey(nowMs - retentionMs, ""))) {
      while (old.hasNext() && over.size() < BATCH) {
        over.add(old.next().key);
      }
    }
    for (String age : over) {
      moments.delete(StoreNames.momentOfAgeKey(age));
      ages.delete(age);
    }
  }
}
