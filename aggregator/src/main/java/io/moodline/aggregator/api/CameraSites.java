package io.moodline.aggregator.api;

import io.moodline.schemas.Camera;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which site a camera is at, as it was registered a second ago or, while that cannot be read, when
 * it last could. Thread-safe.
 */
public final class CameraSites {

  private static final long FRESH_NANOS = 1_000_000_000;

  private final StateReader state;
  private Map<String, String> sites = Map.of();
  private long readNanos = System.nanoTime() - FRESH_NANOS;

  public CameraSites(StateReader state) {
    this.state = state;
  }

  /** The camera's site, or null when the camera is not registered. */
  public synchronized String of(String camera) {
    if (System.nanoTime() - readNanos >= FRESH_NANOS) {
      readNanos = System.nanoTime();
      try {
        sites = state.cameras().stream().collect(Collectors.toMap(Camera::getId, Camera::getSite));
      } catch (NotReadyException e) {
        // As they were.
      }
    }
    return sites.get(camera);
  }
}
