package io.moodline.aggregator;

import io.moodline.aggregator.state.MomentState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is known of cameras' smiles and losses: in memory, since it is looked at each second, and in
 * a store, from which it is read once, after a restart.
 */
final class MomentMemory {

  private final KeyValueStore<String, MomentState> store;
  private final Map<String, MomentState> states = new HashMap<>();

  MomentMemory(KeyValueStore<String, MomentState> store) {
    this.store = store;
    try (KeyValueIterator<String, MomentState> all = store.all()) {
      all.forEachRemaining(entry -> states.put(entry.key, entry.value));
    }
  }

  MomentState of(String camera) {
    return states.getOrDefault(camera, MomentState.NONE);
  }

  /** Writes what has changed. */
  void save(String camera, MomentState state) {
    if (state.equals(of(camera))) {
      return;
    }
    if (state.equals(MomentState.NONE)) {
      states.remove(camera);
      store.delete(camera);
    } else {
      states.put(camera, state);
      store.put(camera, state);
    }
  }

  /** The cameras that are down. */
  List<String> down() {
    return states.entrySet().stream()
        .filter(entry -> entry.getValue().down().sinceMs() != 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
