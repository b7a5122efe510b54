package io.moodline.aggregator;

import static io.moodline.aggregator.trend.Windows.MINUTE;
import static io.moodline.aggregator.trend.Windows.TEN_SECONDS;

import io.moodline.aggregator.TrackOutput.ClockMoved;
import io.moodline.aggregator.TrackOutput.FrameDone;
import io.moodline.aggregator.TrackOutput.LateEvent;
import io.moodline.aggregator.TrackOutput.Over;
import io.moodline.aggregator.TrackOutput.Seen;
import io.moodline.aggregator.trend.CameraWindows;
import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.aggregator.trend.TrendAccumulator;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Trends;
import io.moodline.aggregator.trend.Windows;
import io.moodline.schemas.Camera;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Sightings and frames in, each camera's windows out as they close. */
final class CameraTrendsProcessor implements Processor<String, TrackOutput, String, ClosedWindow> {

  private final long graceMs;
  private final Map<Long, Long> retentionMs;

  private ProcessorContext<String, ClosedWindow> context;
  private KeyValueStore<String, TrendAccumulator> open;
  private KeyValueStore<String, Trend> closed;
  private TimestampedKeyValueStore<String, Camera> cameras;
  private final Map<String, CameraWindows> windows = new HashMap<>();

  CameraTrendsProcessor(AggregatorConfig config) {
    this.graceMs = config.getLong(AggregatorConfig.WINDOW_GRACE_MS);
    this.retentionMs = TrendRetention.of(config);
  }

  @Override
  public void init(ProcessorContext<String, ClosedWindow> context) {
    this.context = context;
    this.open = context.getStateStore(StoreNames.OPEN_TRENDS);
    this.closed = context.getStateStore(StoreNames.TRENDS);
    this.cameras = context.getStateStore(StoreNames.CAMERAS);
    windows.clear();
    try (KeyValueIterator<String, TrendAccumulator> all = open.all()) {
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

  @Override
  public void process(Record<String, TrackOutput> record) {
    String camera = record.key();
    TrackOutput output = record.value();
    if (output instanceof Seen seen) {
      if (isLate(camera, seen.sighting().atMs(), seen.clockMs())) {
        late(camera, seen.sighting().atMs(), seen.clockMs());
      } else {
        of(camera).add(seen.sighting());
      }
      closePassed(camera, seen.clockMs());
    } else if (output instanceof FrameDone frame) {
      if (isLate(camera, frame.atMs(), frame.clockMs())) {
        late(camera, frame.atMs(), frame.clockMs());
      } else {
        of(camera).addFrame(frame.atMs(), frame.faces());
      }
      closePassed(camera, frame.clockMs());
    } else if (output instanceof LateEvent event) {
      late(camera, event.atMs(), event.clockMs());
    } else if (output instanceof ClockMoved moved) {
      closePassed(camera, moved.clockMs());
    } else if (output instanceof Over) {
      close(camera, of(camera).closeAll());
    }
  }

  private CameraWindows of(String camera) {
    return windows.computeIfAbsent(camera, id -> new CameraWindows());
  }

  private boolean isLate(String camera, long at, long clockMs) {
    long start = Windows.start(at, TEN_SECONDS);
    if (of(camera).isOpen(at)) {
      return false;
    }
    return isPast(start, TEN_SECONDS, clockMs)
        || closed.get(TrendKeys.of(TrendScope.CAMERA, camera, TEN_SECONDS, start)) != null;
  }

  private boolean isPast(long start, long windowMs, long clockMs) {
    return start + windowMs + graceMs <= clockMs;
  }

  /** Counts a record as late in both its windows, whether these are open or closed. */
  private void late(String camera, long at, long clockMs) {
    CameraWindows mine = of(camera);
    if (mine.isOpen(at) || mayStillOpen(camera, at, clockMs)) {
      mine.addLate(at);
      saveChanged(camera);
      return;
    }
    lateInClosed(camera, TEN_SECONDS, at);
    boolean minutePast = isPast(Windows.start(at, MINUTE), MINUTE, clockMs);
    if (mine.openMinute(at) != null || !minutePast) {
      mine.addLateToMinute(at);
      saveMinutes(camera);
    } else {
      lateInClosed(camera, MINUTE, at);
    }
  }

  /** A window that is still to come must not be closed by the first record that is late in it. */
  private boolean mayStillOpen(String camera, long at, long clockMs) {
    long start = Windows.start(at, TEN_SECONDS);
    return !isPast(start, TEN_SECONDS, clockMs)
        && closed.get(TrendKeys.of(TrendScope.CAMERA, camera, TEN_SECONDS, start)) == null;
  }

  private void lateInClosed(String camera, long windowMs, long at) {
    long start = Windows.start(at, windowMs);
    String key = TrendKeys.of(TrendScope.CAMERA, camera, windowMs, start);
    Trend known = closed.get(key);
    publish(
        camera,
        Trends.withOneMoreLate(
            known == null ? Trends.empty(TrendScope.CAMERA, camera, windowMs, start) : known));
  }

  private void closePassed(String camera, long clockMs) {
    saveChanged(camera);
    long through = clockMs - graceMs;
    if (of(camera).earliestEndMs() <= through) {
      close(camera, of(camera).close(through));
    }
  }

  private void close(String camera, List<Window> over) {
    for (Window window : over) {
      String key = keyOf(camera, window);
      open.delete(key);
      Trend trend = Trends.ofCamera(camera, window, true);
      // A minute may close a second time when its camera was silent in its midst. Tracks do not go
      // on
      // over a silence, so distinct tracks add up.
      Trend before = closed.get(key);
      publish(
          camera,
          before == null
              ? trend
              : Trends.merged(
                  TrendScope.CAMERA,
                  camera,
                  window.windowMs(),
                  window.startMs(),
                  List.of(before, trend)));
      if (window.windowMs() == MINUTE) {
        expire(camera, window.startMs());
      }
    }
    if (!over.isEmpty()) {
      saveMinutes(camera);
    }
  }

  private void publish(String camera, Trend trend) {
    closed.put(TrendKeys.of(trend), trend);
    Camera registered = ValueAndTimestamp.getValueOrNull(cameras.get(camera));
    String site = registered == null ? null : registered.getSite();
    context.forward(
        new Record<>(camera, new ClosedWindow(trend, site), Math.max(0, trend.getWindowStartMs())));
  }

  private void saveChanged(String camera) {
    for (Window window : of(camera).takeChanged()) {
      open.put(keyOf(camera, window), window.sums());
    }
  }

  private void saveMinutes(String camera) {
    for (Window window : of(camera).openMinutes()) {
      open.put(keyOf(camera, window), window.sums());
    }
  }

  private void expire(String camera, long startMs) {
    retentionMs.forEach(
        (windowMs, keepMs) ->
            Expiry.expireTrends(closed, TrendScope.CAMERA, camera, windowMs, startMs - keepMs));
  }

  private static String keyOf(String camera, Window window) {
    return TrendKeys.of(TrendScope.CAMERA, camera, window.windowMs(), window.startMs());
  }
}
