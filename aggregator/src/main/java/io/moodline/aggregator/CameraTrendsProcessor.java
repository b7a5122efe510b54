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
import io.moodline.aggregator.trend.Span;
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
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
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
            statuses,
            cameras,
            clocks,
            scopes,
            config.getLong(AggregatorConfig.STATUS_STALE_MS),
            startedMs);
    context.schedule(LOOK_AROUND, PunctuationType.WALL_CLOCK_TIME, this::lookAround);
    context.schedule(EXPIRE, PunctuationType.WALL_CLOCK_TIME, this::expire);
  }

  @Override
  public void process(Record<String, TrackOutput> record) {
    String camera = record.key();
    TrackOutput output = record.value();
    if (output instanceof Seen seen) {
      begin(camera, seen.sighting().atMs());
      if (isLate(camera, seen.sighting().atMs(), seen.clockMs())) {
        late(camera, seen.sighting().atMs(), seen.clockMs());
      } else {
        windows.of(camera).add(seen.sighting());
      }
      closePassed(camera, seen.clockMs());
    } else if (output instanceof FrameDone frame) {
      begin(camera, frame.atMs());
      if (isLate(camera, frame.atMs(), frame.clockMs())) {
        late(camera, frame.atMs(), frame.clockMs());
      } else {
        windows.of(camera).addFrame(frame.atMs(), frame.faces());
      }
      closePassed(camera, frame.clockMs());
    } else if (output instanceof LateEvent event) {
      begin(camera, event.atMs());
      late(camera, event.atMs(), event.clockMs());
    } else if (output instanceof ClockMoved moved) {
      closePassed(camera, moved.clockMs());
    } else if (output instanceof Over) {
      over(camera);
    }
  }

  private boolean isLate(String camera, long at, long clockMs) {
    return !windows.of(camera).isOpen(at) && isOver(camera, at, clockMs);
  }

  /** True when the ten-second window that {@code at} falls into has closed, however long ago. */
  private boolean isOver(String camera, long at, long clockMs) {
    long start = Windows.start(at, TEN_SECONDS);
    return isPast(start, TEN_SECONDS, clockMs)
        || closed.get(TrendKeys.of(TrendScope.CAMERA, camera, TEN_SECONDS, start)) != null
        || hasExpired(camera, at);
  }

  /**
   * True when what was seen at {@code at} was counted so long ago that its short window is not kept
   * any more. A longer window without any of those that it was made of tells that; one of a
   * recording that is analysed for the first time is not there, or has some of them.
   */
  private boolean hasExpired(String camera, long at) {
    WindowGrid grid = gridOf(camera, at);
    Step[] steps = Step.values();
    for (int i = 1; i < steps.length; i++) {
      Span whole = grid.at(steps[i], at);
      Trend longer =
          closed.get(TrendKeys.of(TrendScope.CAMERA, camera, steps[i].ms(), whole.startMs()));
      if (longer != null && longer.getClosed() && hasContent(longer)) {
        return !anyContent(camera, steps[i - 1], whole);
      }
    }
    return false;
  }

  private boolean anyContent(String camera, Step step, Span whole) {
    String from = TrendKeys.of(TrendScope.CAMERA, camera, step.ms(), whole.startMs());
    String to = TrendKeys.of(TrendScope.CAMERA, camera, step.ms(), whole.endMs() - 1);
    try (KeyValueIterator<String, Trend> parts = closed.range(from, to)) {
      while (parts.hasNext()) {
        if (hasContent(parts.next().value)) {
          return true;
        }
      }
    }
    return false;
  }

  /** One that was made by late records only does not tell what was counted before. */
  private static boolean hasContent(Trend trend) {
    return trend.getFrames() > 0 || trend.getObservations() > 0 || trend.getDownMs() > 0;
  }

  private boolean isPast(long start, long windowMs, long clockMs) {
    return start + windowMs + graceMs <= clockMs;
  }

  /** Counts a record as late in both its windows, whether these are open or closed. */
  private void late(String camera, long at, long clockMs) {
    CameraWindows mine = windows.of(camera);
    // A window that is still to come must not be closed by the first record that is late in it.
    if (mine.isOpen(at) || !isOver(camera, at, clockMs)) {
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

  private void lateInClosed(String camera, Step step, long at, long clockMs) {
    add(camera, Trends.oneLate(camera, step, gridOf(camera, at).at(step, at)), clockMs - graceMs)
        .forEach(context::forward);
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
    context.forward(record(camera, null, new TrendDelta(camera, through, null)));
    scopes
        .cameTo(camera, camera, through, now)
        .forEach(trend -> context.forward(record(camera, trend, null)));
  }

  private void close(String camera, List<Window> over, long throughMs) {
    if (over.isEmpty()) {
      return;
    }
    // What closes is in both stores for a moment, and a ten-second window in its minute, too.
    windows.beginMoving(camera);
    windows.saveMinutes(camera);
    List<Record<String, ClosedWindow>> changed = new ArrayList<>();
    for (Window window : over) {
      changed.addAll(add(camera, Trends.ofCamera(camera, window, true), throughMs));
    }
    windows.forget(camera, over);
    // Not in between: what is slow downstream would hold up those who read.
    changed.forEach(context::forward);
  }

  /**
   * Adds to a closed window. A minute may close a second time when its camera was silent in its
   * midst, and a window that has closed is told of late records: all of these are sums that add up.
   *
   * @return what is to be sent on of it
   */
  private List<Record<String, ClosedWindow>> add(String camera, Trend delta, long throughMs) {
    List<Record<String, ClosedWindow>> out = new ArrayList<>();
    long now = context.currentSystemTimeMs();
    ScopeWindows.Changed changed = scopes.add(camera, delta, now);
    // So that a site's sum of these counts each camera once.
    Trend contribution = Trends.withCameras(delta, changed.first() ? 1 : 0);
    out.add(record(camera, changed.whole(), new TrendDelta(camera, throughMs, contribution)));
    if (delta.getWindowMs() == MINUTE) {
      WindowGrid grid = gridOf(camera, delta.getWindowStartMs());
      for (Trend hourOrDay : scopes.rollUp(camera, grid, delta, camera, throughMs, now)) {
        out.add(record(camera, hourOrDay, null));
      }
    } else {
      scopes.heardOf(camera, camera, delta.getWindowStartMs(), now);
    }
    return out;
  }

  private Record<String, ClosedWindow> record(String camera, Trend trend, TrendDelta delta) {
    long at = trend == null ? 0 : Math.max(0, trend.getWindowStartMs());
    String site = trend == null ? scopes.lastSite(camera) : scopes.siteAt(camera, at);
    return new Record<>(camera, new ClosedWindow(trend, delta, site), at);
  }

  /** Before anything is counted: where the camera is when a minute begins, the whole of it goes. */
  private void begin(String camera, long at) {
    Camera registered = ValueAndTimestamp.getValueOrNull(cameras.get(camera));
    scopes.begin(camera, at, registered == null ? null : registered.getSite());
  }

  private WindowGrid gridOf(String camera, long at) {
    return zones.ofSite(scopes.siteAt(camera, at));
  }

  private void lookAround(long nowMs) {
    downTimes
        .take(nowMs)
        .forEach(
            (camera, span) -> {
              for (long at = span.startMs(); at < span.endMs(); at += TEN_SECONDS) {
                begin(camera, at);
              }
              begin(camera, span.endMs() - 1);
              windows.of(camera).addDownTime(span.startMs(), span.endMs());
              windows.saveChanged(camera);
            });
    for (String camera : windows.due(nowMs - graceMs)) {
      if (isSilentAndLive(camera, nowMs)) {
        closePassed(camera, nowMs);
      }
    }
    scopes.closeDue(nowMs).forEach(trend -> context.forward(record(trend.getId(), trend, null)));
  }

  private void expire(long nowMs) {
    scopes.expire(nowMs);
    scopes.forgetAllBut(camera -> cameras.get(camera) != null || windows.isAnyOpen(camera));
    windows.forgetTheIdle();
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
