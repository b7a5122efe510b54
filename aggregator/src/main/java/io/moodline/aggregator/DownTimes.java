package io.moodline.aggregator;

import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.trend.DownTime;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Windows;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * For how long the task's live cameras were down, by the wall clock. Time is given out once, and
 * only up to the begin of the ten-second window that now is, so that each window of a long time
 * down changes once. Used by one stream thread.
 */
final class DownTimes {

  /** Longer ago nobody watched: this service was away. */
  private static final long CATCH_UP_MS = Duration.ofMinutes(10).toMillis();

  private final TimestampedKeyValueStore<String, CameraStatus> statuses;
  private final TimestampedKeyValueStore<String, Camera> cameras;
  private final KeyValueStore<String, CameraClock> clocks;
  private final ScopeWindows windows;
  private final long staleMs;

  DownTimes(
      TimestampedKeyValueStore<String, CameraStatus> statuses,
      TimestampedKeyValueStore<String, Camera> cameras,
      KeyValueStore<String, CameraClock> clocks,
      ScopeWindows windows,
      long staleMs) {
    this.statuses = statuses;
    this.cameras = cameras;
    this.clocks = clocks;
    this.windows = windows;
    this.staleMs = staleMs;
  }

  /** Camera to the time that it was down and that was not given out before. */
  Map<String, Span> take(long nowMs) {
    Map<String, CameraStatus> known = new TreeMap<>();
    try (KeyValueIterator<String, ValueAndTimestamp<CameraStatus>> all = statuses.all()) {
      while (all.hasNext()) {
        KeyValue<String, ValueAndTimestamp<CameraStatus>> entry = all.next();
        known.put(entry.key, entry.value.value());
      }
    }
    Map<String, Span> taken = new TreeMap<>();
    known.forEach(
        (camera, status) -> take(camera, status, nowMs).ifPresent(span -> taken.put(camera, span)));
    return taken;
  }

  private Optional<Span> take(String camera, CameraStatus status, long nowMs) {
    long counted = windows.downThroughMs(camera);
    OptionalLong since =
        isMeantToRun(camera)
            ? DownTime.since(status, lastFrameMs(camera), nowMs, staleMs)
            : OptionalLong.empty();
    if (since.isPresent()) {
      long from = Math.max(Math.max(since.getAsLong(), counted), nowMs - CATCH_UP_MS);
      long to = Math.max(from, Windows.start(nowMs, Windows.TEN_SECONDS));
      if (to != counted) {
        windows.setDownThroughMs(camera, to);
      }
      return span(from, to);
    }
    if (counted == 0) {
      return Optional.empty();
    }
    windows.setDownThroughMs(camera, 0);
    // A state that was only stale does not say when frames came again.
    long up = status.getSinceMs() > counted ? status.getSinceMs() : nowMs;
    return span(Math.max(counted, nowMs - CATCH_UP_MS), Math.min(up, nowMs));
  }

  private static Optional<Span> span(long from, long to) {
    return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  /** One that was removed, or switched off while nobody could say so, is not down. */
  private boolean isMeantToRun(String camera) {
    Camera registered = ValueAndTimestamp.getValueOrNull(cameras.get(camera));
    return registered != null && registered.getEnabled();
  }

  private long lastFrameMs(String camera) {
    CameraClock clock = clocks.get(camera);
    return clock == null ? 0 : clock.maxMs();
  }
}
