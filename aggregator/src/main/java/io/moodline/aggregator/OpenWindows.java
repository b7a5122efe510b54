package io.moodline.aggregator;

import io.moodline.aggregator.trend.CameraWindows;
import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.aggregator.trend.TrendAccumulator;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.schemas.TrendScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The open windows of a task's cameras: in memory, and in a store from which they are rebuilt. Used
 * by one stream thread.
 */
final class OpenWindows {

  private final KeyValueStore<String, TrendAccumulator> store;
  private final Map<String, CameraWindows> cameras = new HashMap<>();

  OpenWindows(KeyValueStore<String, TrendAccumulator> store) {
    this.store = store;
    try (KeyValueIterator<String, TrendAccumulator> all = store.all()) {
      all.forEachRemaining(
          entry ->
              of(TrendKeys.id(entry.key))
                  .restore(
                      new Window(
                          TrendKeys.windowMs(entry.key),
                          TrendKeys.startMs(entry.key),
                          entry.value)));
    }
  }

  CameraWindows of(String camera) {
    return cameras.computeIfAbsent(camera, id -> new CameraWindows());
  }

  /** Cameras that have a window whose end is not after {@code throughMs}; a copy. */
  List<String> due(long throughMs) {
    return cameras.entrySet().stream()
        .filter(camera -> camera.getValue().earliestEndMs() <= throughMs)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Writes down the ten-second windows that have changed. */
  void saveChanged(String camera) {
    for (Window window : of(camera).takeChanged()) {
      store.put(keyOf(camera, window), window.sums());
    }
  }

  /** Writes down all minutes. */
  void saveMinutes(String camera) {
    for (Window window : of(camera).openMinutes()) {
      store.put(keyOf(camera, window), window.sums());
    }
  }

  /** Forgets a window that has closed. */
  void forget(String camera, Window window) {
    store.delete(keyOf(camera, window));
  }

  private static String keyOf(String camera, Window window) {
    return TrendKeys.of(TrendScope.CAMERA, camera, window.windowMs(), window.startMs());
  }
}
