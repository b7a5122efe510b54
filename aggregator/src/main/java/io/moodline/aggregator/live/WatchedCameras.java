package io.moodline.aggregator.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private final Set<CompletableFuture<LatestPicture>> waiting = new HashSet<>();
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

  /**
   * The latest picture, or the next when there is none that is fresh; the camera is watched.
   *
   * @return the caller's own, to be cancelled or timed out
   */
  synchronized CompletableFuture<LatestPicture> ask(String camera) {
    Watched watched = cameras.computeIfAbsent(camera, id -> new Watched());
    watched.askedNanos = nanoTime.getAsLong();
    LatestPicture latest = watched.latest;
    if (latest != null && nanoTime.getAsLong() - latest.receivedNanos() <= freshNanos) {
      return CompletableFuture.completedFuture(latest);
    }
    CompletableFuture<LatestPicture> next = new CompletableFuture<>();
    watched.waiting.add(next);
    // However it ends: nobody waits for ever for a camera that sends nothing.
    var unused = next.whenComplete((picture, failure) -> forget(watched, next));
    return next;
  }

  private synchronized void forget(Watched watched, CompletableFuture<LatestPicture> next) {
    watched.waiting.remove(next);
  }

  /** How many wait for a picture of a camera. */
  synchronized int waiting(String camera) {
    Watched watched = cameras.get(camera);
    return watched == null ? 0 : watched.waiting.size();
  }

  /** A picture has come. */
  void received(String camera, long capturedAtMs, byte[] jpeg) {
    LatestPicture picture = new LatestPicture(capturedAtMs, nanoTime.getAsLong(), jpeg);
    // Completed outside of the lock: whoever waits goes on in this thread.
    take(camera, picture).forEach(waiting -> waiting.complete(picture));
  }

  private synchronized List<CompletableFuture<LatestPicture>> take(
      String camera, LatestPicture picture) {
    Watched watched = cameras.get(camera);
    if (watched == null) {
      return List.of();
    }
    watched.latest = picture;
    return List.copyOf(watched.waiting);
  }

  /** The cameras that are watched now; the others are forgotten. */
  synchronized Set<String> watched() {
    long now = nanoTime.getAsLong();
    cameras.values().removeIf(watched -> now - watched.askedNanos > watchNanos);
    return new TreeSet<>(cameras.keySet());
  }
}
