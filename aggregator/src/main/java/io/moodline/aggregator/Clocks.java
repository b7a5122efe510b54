package io.moodline.aggregator;

import io.moodline.aggregator.clock.CameraClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The clocks of a task's cameras, in memory and in a store from which they are rebuilt, and for how
 * long each camera has been silent. Used by one stream thread.
 */
final class Clocks {

  private final KeyValueStore<String, CameraClock> store;
  private final Map<String, CameraClock> clocks = new HashMap<>();
  private final Map<String, Long> heardMs = new HashMap<>();

  /**
   * @param nowMs wall clock: what was heard before counts as heard now, since it is not the
   *     camera's fault when this service was not there to listen
   */
  Clocks(KeyValueStore<String, CameraClock> store, long nowMs) {
    this.store = store;
    try (KeyValueIterator<String, CameraClock> all = store.all()) {
      all.forEachRemaining(
          entry -> {
            clocks.put(entry.key, entry.value);
            heardMs.put(entry.key, nowMs);
          });
    }
  }

  CameraClock of(String cameraId) {
    return clocks.computeIfAbsent(cameraId, id -> new CameraClock());
  }

  void save(String cameraId) {
    store.put(cameraId, clocks.get(cameraId));
  }

  void heard(String cameraId, long nowMs) {
    heardMs.put(cameraId, nowMs);
  }

  /** Nothing of this camera is open any more. */
  void silent(String cameraId) {
    heardMs.remove(cameraId);
  }

  /** The camera is gone, and all that was of it. */
  void forget(String cameraId) {
    clocks.remove(cameraId);
    heardMs.remove(cameraId);
    store.delete(cameraId);
  }

  /** Cameras of which something may be open; a copy. */
  List<String> active() {
    return heardMs.keySet().stream().sorted().toList();
  }

  long silentMs(String cameraId, long nowMs) {
    return nowMs - heardMs.get(cameraId);
  }

  Map<String, CameraClock> all() {
    return clocks;
  }
}
