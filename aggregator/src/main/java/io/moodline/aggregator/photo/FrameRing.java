package io.moodline.aggregator.photo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The last frames of some cameras, in memory only: those that arrived within a span, and no more of
 * a camera than a number of bytes. Not thread-safe.
 *
 * @param <F> frames
 */
final class FrameRing<F> {

  private record Kept<F>(long capturedAtMs, long arrivedMs, int bytes, F frame) {}

  private static final class Camera<F> {
    private final Deque<Kept<F>> frames = new ArrayDeque<>();
    private long bytes;
  }

  private final long spanMs;
  private final long maxBytes;
  private final Map<String, Camera<F>> cameras = new HashMap<>();

  /**
   * @param spanMs how long a frame stays after it has arrived, milliseconds
   * @param maxBytes at most so much of each camera
   */
  FrameRing(long spanMs, long maxBytes) {
    this.spanMs = spanMs;
    this.maxBytes = maxBytes;
  }

  void add(String cameraId, long capturedAtMs, int bytes, F frame, long nowMs) {
    Camera<F> camera = cameras.computeIfAbsent(cameraId, id -> new Camera<>());
    camera.frames.addLast(new Kept<>(capturedAtMs, nowMs, bytes, frame));
    camera.bytes += bytes;
    while (camera.bytes > maxBytes) {
      camera.bytes -= camera.frames.removeFirst().bytes();
    }
  }

  /** Drops what has stayed for long enough, and cameras that are not allowed any more. */
  void tidy(Set<String> allowed, long nowMs) {
    cameras.keySet().retainAll(allowed);
    for (Camera<F> camera : cameras.values()) {
      while (!camera.frames.isEmpty() && nowMs - camera.frames.getFirst().arrivedMs() > spanMs) {
        camera.bytes -= camera.frames.removeFirst().bytes();
      }
    }
  }

  /** The frame that a camera took at that very moment. */
  Optional<F> find(String cameraId, long capturedAtMs) {
    Camera<F> camera = cameras.get(cameraId);
    return camera == null
        ? Optional.empty()
        : camera.frames.stream()
            .filter(kept -> kept.capturedAtMs() == capturedAtMs)
            .map(Kept::frame)
            .findFirst();
  }

  int size() {
    return cameras.values().stream().mapToInt(camera -> camera.frames.size()).sum();
  }
}
