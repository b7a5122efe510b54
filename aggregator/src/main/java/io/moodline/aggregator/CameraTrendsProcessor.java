package io.moodline.aggregator;

import static io.moodline.aggregator.trend.Windows.MINUTE;
import static io.moodline.aggregator.trend.Windows.TEN_SECONDS;

import io.moodline.aggregator.TrackOutput.ClockMoved;
import io.moodline.aggregator.TrackOutput.FrameDone;
import io.moodline.aggregator.TrackOutput.LateEvent;
import io.moodline.aggregator.TrackOutput.Over;
import io.moodline.aggregator.TrackOutput.Seen;
import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.state.TrendDelta;
import io.moodline.aggregator.trend.CameraWindows;
import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Trends;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.aggregator.trend.Windows;
import io.moodline.aggregator.trend.Zones;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Sightings and frames in, each camera's windows out as they close. */
final class CameraTrendsProcessor implements Processor<String, TrackOutput, String, ClosedWindow> {

  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
  private static final Duration EXPIRE = Duration.ofMinutes(1);

  private final AggregatorConfig config;
  private final Zones zones;
  private final long graceMs;
  private final long silenceMs;

  private ProcessorContext<String, ClosedWindow> context;
  private long startedMs;
  private OpenWindows windows;
  private KeyValueStore<String, Trend> closed;
  private KeyValueStore<String, CameraClock> clocks;
  private TimestampedKeyValueStore<String, Camera> cameras;
  private TimestampedKeyValueStore<String, CameraStatus> statuses;
  private ScopeWindows scopes;
  private DownTimes downTimes;

  CameraTrendsProcessor(AggregatorConfig config) {
    this.config = config;
    this.zones = config.zones();
    this.graceMs = config.getLong(AggregatorConfig.WINDOW_GRACE_MS);
    this.silenceMs = config.getLong(AggregatorConfig.SILENCE_MS);
  }

  @Override
  public void init(ProcessorContext<String, ClosedWindow> context) {
    this.context = context;
    this.startedMs = context.currentSystemTimeMs();
    this.windows = new OpenWindows(context.getStateStore(StoreNames.OPEN_TRENDS));
    this.closed = context.getStateStore(StoreNames.TRENDS);
    this.clocks = context.getStateStore(StoreNames.CLOCKS);
    this.cameras = context.getStateStore(StoreNames.CAMERAS);
    this.statuses = context.getStateStore(StoreNames.CAMERA_STATUS);
    this.scopes =
        new ScopeWindows(
            TrendScope.CAMERA,
            closed,
            context.getStateStore(StoreNames.TREND_STATES),
            config,
            startedMs);
    this.downTimes =
        new DownTimes(
            statuses, cameras, clocks, scopes, config.getLong(AggregatorConfig.STATUS_STALE_MS));
    context.schedule(LOOK_AROUND, PunctuationType.WALL_CLOCK_TIME, this::lookAround);
    context.schedule(EXPIRE, PunctuationType.WALL_CLOCK_TIME, scopes::expire);
  }

  @Override
  public void process(Record<String, TrackOutput> record) {
    String camera = record.key();
    TrackOutput output = record.value();
    if (output instanceof Seen seen) {
      if (isLate(camera, seen.sighting().atMs(), seen.clockMs())) {
        late(camera, seen.sighting().atMs(), seen.clockMs());
      } else {
        windows.of(camera).add(seen.sighting());
      }
      closePassed(camera, seen.clockMs());
    } else if (output instanceof FrameDone frame) {
      if (isLate(camera, frame.atMs(), frame.clockMs())) {
        late(camera, frame.atMs(), frame.clockMs());
      } else {
        windows.of(camera).addFrame(frame.atMs(), frame.faces());
      }
      closePassed(camera, frame.clockMs());
    } else if (output instanceof LateEvent event) {
      late(camera, event.atMs(), event.clockMs());
    } else if (output instanceof ClockMoved moved) {
      closePassed(camera, moved.clockMs());
    } else if (output instanceof Over) {
      over(camera);
    }
  }

  private boolean isLate(String camera, long at, long clockMs) {
    long start = Windows.start(at, TEN_SECONDS);
    if (windows.of(camera).isOpen(at)) {
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
    CameraWindows mine = windows.of(camera);
    if (mine.isOpen(at) || mayStillOpen(camera, at, clockMs)) {
      mine.addLate(at);
      windows.saveChanged(camera);
      return;
    }
    lateInClosed(camera, Step.TEN_SECONDS, at, clockMs);
    boolean minutePast = isPast(Windows.start(at, MINUTE), MINUTE, clockMs);
    if (mine.openMinute(at) != null || !minutePast) {
      mine.addLateToMinute(at);
      windows.saveMinutes(camera);
    } else {
      lateInClosed(camera, Step.MINUTE, at, clockMs);
    }
  }

  /** A window that is still to come must not be closed by the first record that is late in it. */
  private boolean mayStillOpen(String camera, long at, long clockMs) {
    long start = Windows.start(at, TEN_SECONDS);
    return !isPast(start, TEN_SECONDS, clockMs)
        && closed.get(TrendKeys.of(TrendScope.CAMERA, camera, TEN_SECONDS, start)) == null;
  }

  private void lateInClosed(String camera, Step step, long at, long clockMs) {
    add(camera, Trends.oneLate(camera, step, gridOf(camera).at(step, at)), clockMs - graceMs);
  }

  private void closePassed(String camera, long clockMs) {
    windows.saveChanged(camera);
    long through = clockMs - graceMs;
    if (windows.of(camera).earliestEndMs() <= through) {
      close(camera, windows.of(camera).close(through), through);
    }
  }

  /** The camera's own time is the wall clock's from now on, until it is heard again. */
  private void over(String camera) {
    long now = context.currentSystemTimeMs();
    long through = now - graceMs;
    close(camera, windows.of(camera).closeAll(), through);
    forward(camera, null, new TrendDelta(camera, through, null));
    publish(camera, scopes.cameTo(camera, camera, through, now));
  }

  private void close(String camera, List<Window> over, long throughMs) {
    if (over.isEmpty()) {
      return;
    }
    windows.saveMinutes(camera);
    for (Window window : over) {
      windows.forget(camera, window);
      add(camera, Trends.ofCamera(camera, window, true), throughMs);
    }
  }

  /**
   * Adds to a closed window. A minute may close a second time when its camera was silent in its
   * midst, and a window that has closed is told of late records: all of these are sums that add up.
   */
  private void add(String camera, Trend delta, long throughMs) {
    long now = context.currentSystemTimeMs();
    ScopeWindows.Changed changed = scopes.add(camera, delta, now);
    // So that a site's sum of these counts each camera once.
    Trend contribution = Trends.withCameras(delta, changed.first() ? 1 : 0);
    forward(camera, changed.whole(), new TrendDelta(camera, throughMs, contribution));
    if (delta.getWindowMs() == MINUTE) {
      publish(camera, scopes.rollUp(camera, gridOf(camera), delta, camera, throughMs, now));
    }
  }

  private void publish(String camera, List<Trend> hoursAndDays) {
    hoursAndDays.forEach(trend -> forward(camera, trend, null));
  }

  private void forward(String camera, Trend trend, TrendDelta delta) {
    long at = trend == null ? 0 : Math.max(0, trend.getWindowStartMs());
    context.forward(new Record<>(camera, new ClosedWindow(trend, delta, siteOf(camera)), at));
  }

  private String siteOf(String camera) {
    Camera registered = ValueAndTimestamp.getValueOrNull(cameras.get(camera));
    return registered == null ? null : registered.getSite();
  }

  private WindowGrid gridOf(String camera) {
    return zones.ofSite(siteOf(camera));
  }

  private void lookAround(long nowMs) {
    downTimes
        .take(nowMs)
        .forEach(
            (camera, span) -> {
              windows.of(camera).addDownTime(span.startMs(), span.endMs());
              windows.saveChanged(camera);
            });
    for (String camera : windows.due(nowMs - graceMs)) {
      if (isSilentAndLive(camera, nowMs)) {
        closePassed(camera, nowMs);
      }
    }
    scopes.closeDue(nowMs).forEach(trend -> forward(trend.getId(), trend, null));
  }

  /** Windows of down time have no camera's clock to close by. */
  private boolean isSilentAndLive(String camera, long nowMs) {
    CameraStatus status = ValueAndTimestamp.getValueOrNull(statuses.get(camera));
    if (status != null && status.getDurationMs() > 0) {
      return false;
    }
    CameraClock clock = clocks.get(camera);
    return clock == null || nowMs - Math.max(startedMs, clock.heardMs()) >= silenceMs;
  }
}
