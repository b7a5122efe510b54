package io.moodline.aggregator;

import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.trend.DownTime;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Windows;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.topics.SourceAddresses;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
  private final long startedMs;
  private final Map<String, Heard> heard = new HashMap<>();

  /**
   * A status of a camera.
   *
   * @param atMs when it was first seen here, by the wall clock
   */
  private record Heard(long updatedAtMs, long atMs) {}

  /**
   * @param staleMs see {@link DownTime#of}
   * @param startedMs since when this task listens, by the wall clock
   */
  DownTimes(
      TimestampedKeyValueStore<String, CameraStatus> statuses,
      TimestampedKeyValueStore<String, Camera> cameras,
      KeyValueStore<String, CameraClock> clocks,
      ScopeWindows windows,
      long staleMs,
      long startedMs) {
    this.statuses = statuses;
    this.cameras = cameras;
    this.clocks = clocks;
    this.windows = windows;
    this.staleMs = staleMs;
    this.startedMs = startedMs;
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
    forgetAllBut(known);
    Map<String, Span> taken = new TreeMap<>();
    known.forEach(
        (camera, status) -> take(camera, status, nowMs).ifPresent(span -> taken.put(camera, span)));
    return taken;
  }

  /** A camera without a status was removed. */
  private void forgetAllBut(Map<String, CameraStatus> known) {
    heard.keySet().retainAll(known.keySet());
    for (String camera : windows.down()) {
      if (!known.containsKey(camera)) {
        windows.setUpAgain(camera, 0);
      }
    }
  }

  private Optional<Span> take(String camera, CameraStatus status, long nowMs) {
    DownTime now = downTime(camera, status, nowMs);
    return switch (now.kind()) {
      case DOWN -> goesOn(camera, now, nowMs);
      case UP -> ends(camera, status, nowMs);
      case UNKNOWN -> Optional.empty();
    };
  }

  private Optional<Span> goesOn(String camera, DownTime down, long nowMs) {
    long from = notGivenOut(camera, down.sinceMs(), nowMs);
    long through = Math.min(down.throughMs(), nowMs);
    if (through < from) {
      return Optional.empty();
    }
    long to = Math.max(from, Windows.start(through, Windows.TEN_SECONDS));
    if (to > windows.downThroughMs(camera)) {
      windows.setDownThroughMs(camera, to);
    }
    return span(from, to);
  }

  private Optional<Span> ends(String camera, CameraStatus status, long nowMs) {
    long counted = windows.downThroughMs(camera);
    if (counted == 0) {
      return Optional.empty();
    }
    // A state that was only stale does not say when frames came again; before we listened, nobody
    // does.
    long noticed = nowMs - startedMs >= staleMs ? nowMs : counted;
    long up = status.getSinceMs() > counted ? Math.min(status.getSinceMs(), nowMs) : noticed;
    long from = notGivenOut(camera, counted, nowMs);
    windows.setUpAgain(camera, Math.max(from, up));
    return span(from, up);
  }

  /** What was given out once is not given out again, whatever is said of it later. */
  private long notGivenOut(String camera, long sinceMs, long nowMs) {
    return Math.max(Math.max(sinceMs, windows.downGivenMs(camera)), nowMs - CATCH_UP_MS);
  }

  private static Optional<Span> span(long from, long to) {
    return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  private DownTime downTime(String camera, CameraStatus status, long nowMs) {
    Heard last = heard.get(camera);
    if (last == null || last.updatedAtMs() != status.getUpdatedAtMs()) {
      last = new Heard(status.getUpdatedAtMs(), nowMs);
      heard.put(camera, last);
    }
    if (!isLiveAndMeantToRun(camera, status)) {
      return DownTime.up();
    }
    CameraClock clock = clocks.get(camera);
    DownTime.Signs signs =
        clock == null
            ? new DownTime.Signs(last.atMs(), 0, 0)
            : new DownTime.Signs(last.atMs(), clock.heardMs(), clock.maxMs());
    return DownTime.of(status, signs, nowMs, staleMs);
  }

  /**
   * Recordings are never down, those that cannot be opened included; nor is a camera that was
   * removed, or switched off while nobody could say so.
   */
  private boolean isLiveAndMeantToRun(String camera, CameraStatus status) {
    Camera registered = ValueAndTimestamp.getValueOrNull(cameras.get(camera));
    return registered != null
        && registered.getEnabled()
        && status.getDurationMs() == 0
        && !SourceAddresses.isFile(registered.getSource());
  }
}
