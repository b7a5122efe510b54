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
      all.forEachRemaining(entry -> restore(entry.key, entry.value));
    }
  }

  private void restore(String key, TrendAccumulator sums) {
    if (!TrendKeys.isMoving(key)) {
      of(TrendKeys.id(key))
          .restore(new Window(TrendKeys.windowMs(key), TrendKeys.startMs(key), sums));
    }
  }

  CameraWindows of(String camera) {
    return cameras.computeIfAbsent(camera, id -> new CameraWindows());
  }

  /** Forgets cameras of which no window is open. */
  void forgetTheIdle() {
    cameras.values().removeIf(windows -> windows.earliestEndMs() == Long.MAX_VALUE);
  }

  /** True when a window of the camera is open. */
  boolean isAnyOpen(String camera) {
    return cameras.containsKey(camera) && of(camera).earliestEndMs() < Long.MAX_VALUE;
  }

  /** Of how many cameras something is remembered. */
  int size() {
    return cameras.size();
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

  /**
   * Windows of a camera are about to be counted elsewhere. Until they are {@link #forget forgotten}
   * here, they may be found twice: a mark tells readers of that, who read again then.
   */
  void beginMoving(String camera) {
    store.put(TrendKeys.moving(camera), new TrendAccumulator());
  }

  /** Forgets windows that have closed, and with them that they were moving. */
  void forget(String camera, List<Window> closed) {
    closed.forEach(window -> store.delete(keyOf(camera, window)));
    store.delete(TrendKeys.moving(camera));
  }

  private static String keyOf(String camera, Window window) {
    return TrendKeys.of(TrendScope.CAMERA, camera, window.windowMs(), window.startMs());
  }
}
