package io.moodline.aggregator.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Which cameras somebody watches, and their latest pictures. A camera is watched for some time
 * after its picture was asked for; what nobody watches is forgotten. Thread-safe.
 */
final class WatchedCameras {

  private static final class Watched {
    private long askedNanos;
    private LatestPicture latest;
    private CompletableFuture<LatestPicture> next = new CompletableFuture<>();
  }

  private final long watchNanos;
  private final long freshNanos;
  private final LongSupplier nanoTime;
  private final Map<String, Watched> cameras = new HashMap<>();

  /**
   * @param watch how long after a question a camera is watched
   * @param fresh how long a picture counts as the latest
   * @param nanoTime a clock that only goes on, nanoseconds
   */
  WatchedCameras(Duration watch, Duration fresh, LongSupplier nanoTime) {
    this.watchNanos = watch.toNanos();
    this.freshNanos = fresh.toNanos();
    this.nanoTime = nanoTime;
  }

  /** The latest picture, or the next when there is none that is fresh; the camera is watched. */
  synchronized CompletableFuture<LatestPicture> ask(String camera) {
    Watched watched = cameras.computeIfAbsent(camera, id -> new Watched());
    watched.askedNanos = nanoTime.getAsLong();
    LatestPicture latest = watched.latest;
    if (latest != null && nanoTime.getAsLong() - latest.receivedNanos() <= freshNanos) {
      return CompletableFuture.completedFuture(latest);
    }
    return watched.next;
  }

  /** A picture has come. */
  synchronized void received(String camera, long capturedAtMs, byte[] jpeg) {
    Watched watched = cameras.get(camera);
    if (watched != null) {
      watched.latest = new LatestPicture(capturedAtMs, nanoTime.getAsLong(), jpeg);
      watched.next.complete(watched.latest);
      watched.next = new CompletableFuture<>();
    }
  }

  /** The cameras that are watched now; the others are forgotten. */
  synchronized Set<String> watched() {
    long now = nanoTime.getAsLong();
    cameras.values().removeIf(watched -> now - watched.askedNanos > watchNanos);
    return new TreeSet<>(cameras.keySet());
  }
}
