package io.moodline.aggregator.photo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The last frames of some cameras, in memory only: those that arrived within a span, and together
 * no more than a number of bytes, of which each camera that has frames may use an equal share. Not
 * thread-safe.
 *
 * @param <F> frames
 */
final class FrameRing<F> {

  private record Kept<F>(long capturedAtMs, long arrivedMs, int bytes, F frame) {}

  private static final class Camera<F> {
    private final Deque<Kept<F>> frames = new ArrayDeque<>();
    private long bytes;

    private void drop() {
      bytes -= frames.removeFirst().bytes();
    }
  }

  private final long spanMs;
  private final long maxBytes;
  private final Map<String, Camera<F>> cameras = new HashMap<>();

  /**
   * @param spanMs how long a frame stays after it has arrived, milliseconds
   * @param maxBytes at most so much of all cameras together
   */
  FrameRing(long spanMs, long maxBytes) {
    this.spanMs = spanMs;
    this.maxBytes = maxBytes;
  }

  void add(String cameraId, long capturedAtMs, int bytes, F frame, long nowMs) {
    boolean another = !cameras.containsKey(cameraId);
    Camera<F> camera = cameras.computeIfAbsent(cameraId, id -> new Camera<>());
    camera.frames.addLast(new Kept<>(capturedAtMs, nowMs, bytes, frame));
    camera.bytes += bytes;
    if (another) {
      cameras.values().forEach(this::cut);
    } else {
      cut(camera);
    }
  }

  private void cut(Camera<F> camera) {
    long share = maxBytes / cameras.size();
    while (camera.bytes > share) {
      camera.drop();
    }
  }

  /**
   * Drops what has stayed for long enough, and cameras that are not among {@code allowed} any more.
   * What a camera without frames had is the others' from then on.
   */
  void tidy(Set<String> allowed, long nowMs) {
    cameras.keySet().retainAll(allowed);
    for (Camera<F> camera : cameras.values()) {
      while (!camera.frames.isEmpty() && nowMs - camera.frames.getFirst().arrivedMs() > spanMs) {
        camera.drop();
      }
    }
    cameras.values().removeIf(camera -> camera.frames.isEmpty());
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
