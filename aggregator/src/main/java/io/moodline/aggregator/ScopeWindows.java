package io.moodline.aggregator;

import io.moodline.aggregator.trend.ScopeState;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Trends;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The windows of a task's cameras, or of its sites, in their stores: what comes to them is added,
 * minutes are rolled up into hours and days, these close, and all of them are forgotten in time.
 * Used by one stream thread.
 */
final class ScopeWindows {

  /** How much of a retention may pass before it is written down again that something old came. */
  private static final int OLD_RESOLUTION = 24;

  private static final long FOR_EVER = Long.MAX_VALUE / 4;

  private final TrendScope scope;
  private final KeyValueStore<String, Trend> windows;
  private final KeyValueStore<String, ScopeState> store;
  private final Map<Step, Long> retentionMs;
  private final long patienceMs;
  private final long startedMs;
  private final Map<String, ScopeState> states = new HashMap<>();

  /**
   * A window after something came to it.
   *
   * @param first true when it was not there before
   */
  record Changed(Trend whole, boolean first) {}

  /**
   * @param nowMs wall clock
   */
  ScopeWindows(
      TrendScope scope,
      KeyValueStore<String, Trend> windows,
      KeyValueStore<String, ScopeState> store,
      AggregatorConfig config,
      long nowMs) {
    this.scope = scope;
    this.windows = windows;
    this.store = store;
    this.retentionMs = TrendRetention.of(config);
    this.patienceMs = config.getLong(AggregatorConfig.SILENCE_MS);
    this.startedMs = nowMs;
    try (KeyValueIterator<String, ScopeState> all = store.all()) {
      all.forEachRemaining(entry -> states.put(entry.key, entry.value));
    }
  }

  /** Adds to a window of up to a minute. */
  Changed add(String id, Trend delta, long nowMs) {
    Step step = Step.ofMs(delta.getWindowMs());
    noteOld(id, step, delta.getWindowStartMs(), nowMs);
    Span span = Trends.span(delta);
    String key = TrendKeys.of(scope, id, step.ms(), span.startMs());
    Trend before = windows.get(key);
    boolean first = before == null;
    // A camera's windows are of one camera; a site's count those that come to it.
    int cameras =
        scope == TrendScope.CAMERA ? 1 : delta.getCameras() + (first ? 0 : before.getCameras());
    Trend whole = Trends.of(scope, id, step, span, true, cameras, Trends.sum(parts(before, delta)));
    windows.put(key, whole);
    return new Changed(whole, first);
  }

  private static List<Trend> parts(Trend before, Trend delta) {
    return before == null ? List.of(delta) : List.of(before, delta);
  }

  /**
   * Adds what came to a minute to its hour and its day.
   *
   * @param grid of the zone whose hours and days these are
   * @param camera whose clock stands at {@code throughMs}, grace deducted
   * @return hours and days to be published: closed just now, or before
   */
  List<Trend> rollUp(
      String id, WindowGrid grid, Trend minute, String camera, long throughMs, long nowMs) {
    ScopeState state = stateOf(id);
    state.cameTo(camera, throughMs, nowMs);
    List<Trend> changed = new ArrayList<>();
    boolean news = false;
    for (Step step : List.of(Step.HOUR, Step.DAY)) {
      ScopeState.Window window =
          new ScopeState.Window(step, grid.at(step, minute.getWindowStartMs()));
      noteOld(id, step, window.span().startMs(), nowMs);
      Trend before = windows.get(keyOf(id, window));
      boolean closed = before != null && before.getClosed();
      news |= !closed && state.contributes(window, camera, throughMs, nowMs);
      int cameras = closed ? before.getCameras() : state.contributors(window);
      Trend whole =
          Trends.of(
              scope, id, step, window.span(), closed, cameras, Trends.sum(parts(before, minute)));
      windows.put(keyOf(id, window), whole);
      if (closed) {
        changed.add(whole);
      }
    }
    changed.addAll(close(id, state, nowMs));
    if (news) {
      store.put(id, state);
    }
    return changed;
  }

  /**
   * A camera's window of ten seconds has come. Hours and days do not close by it: the minute that
   * it is a part of is yet to be added to them.
   */
  void heardOf(String id, String camera, long windowStartMs, long nowMs) {
    stateOf(id).heardOf(camera, windowStartMs, nowMs);
  }

  /** A camera has come further, or is over; returns the hours and days that close with it. */
  List<Trend> cameTo(String id, String camera, long throughMs, long nowMs) {
    ScopeState state = stateOf(id);
    state.cameTo(camera, throughMs, nowMs);
    return close(id, state, nowMs);
  }

  /** Closes hours and days whose cameras have passed them, or have been silent. */
  List<Trend> closeDue(long nowMs) {
    List<Trend> closed = new ArrayList<>();
    states.forEach((id, state) -> closed.addAll(close(id, state, nowMs)));
    return closed;
  }

  private List<Trend> close(String id, ScopeState state, long nowMs) {
    // That nothing was heard while this service was away is not the camera's fault.
    boolean listening = nowMs - startedMs >= patienceMs;
    List<ScopeState.Window> over = state.takeOver(nowMs, listening ? patienceMs : FOR_EVER);
    List<Trend> closed = new ArrayList<>();
    for (ScopeState.Window window : over) {
      Trend trend = windows.get(keyOf(id, window));
      if (trend != null) {
        Trend last = Trends.asClosed(trend);
        windows.put(keyOf(id, window), last);
        closed.add(last);
      }
    }
    if (!over.isEmpty()) {
      store.put(id, state);
    }
    return closed;
  }

  /** Something of a camera, registered at {@code site} or nowhere, is to be counted. */
  void begin(String camera, long atMs, String site) {
    if (stateOf(camera).sites().begin(atMs, site)) {
      store.put(camera, stateOf(camera));
    }
  }

  /** Where the camera was when the minute of {@code atMs} began; null when it never was known. */
  String siteAt(String camera, long atMs) {
    return stateOf(camera).sites().at(atMs);
  }

  /** Where the camera was last; null when it never was known. */
  String lastSite(String camera) {
    return stateOf(camera).sites().last();
  }

  /** Up to when a camera's down time has been counted; 0 when it is not down. */
  long downThroughMs(String id) {
    ScopeState state = states.get(id);
    return state == null ? 0 : state.downThroughMs();
  }

  /** Up to when down time of a camera was ever counted; 0: never. */
  long downGivenMs(String id) {
    ScopeState state = states.get(id);
    return state == null ? 0 : state.downGivenMs();
  }

  /** Cameras that are down. */
  List<String> down() {
    return states.entrySet().stream()
        .filter(state -> state.getValue().downThroughMs() != 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A camera is down, and that has been counted up to {@code throughMs}. */
  void setDownThroughMs(String id, long throughMs) {
    stateOf(id).downThrough(throughMs);
    store.put(id, stateOf(id));
  }

  /** A camera is not down any more; what was has been counted up to {@code throughMs}. */
  void setUpAgain(String id, long throughMs) {
    stateOf(id).upAgain(throughMs);
    store.put(id, stateOf(id));
  }

  /**
   * Windows are kept for their time from when they were captured, or analysed, if that is later:
   * while recordings are analysed, nothing of their scope is deleted, and never what still grows.
   */
  void expire(long nowMs) {
    states.forEach(
        (id, state) ->
            retentionMs.forEach(
                (step, keptMs) -> {
                  if (nowMs - state.oldMs(step) > keptMs + keptMs / OLD_RESOLUTION) {
                    long beforeMs = Math.min(nowMs - keptMs, state.growingSinceMs(step));
                    Expiry.expireTrends(windows, scope, id, step.ms(), beforeMs);
                  }
                }));
  }

  /** Forgets scopes of which no window is kept, unless they are wanted for something else. */
  void forgetAllBut(Predicate<String> wanted) {
    List<String> gone =
        states.keySet().stream().filter(wanted.negate()).filter(this::isNothingLeft).toList();
    gone.forEach(
        id -> {
          states.remove(id);
          store.delete(id);
        });
  }

  private boolean isNothingLeft(String id) {
    String series = scope + "/" + id;
    // '0' is the character after '/'.
    try (KeyValueIterator<String, Trend> kept = windows.range(series + "/", series + "0")) {
      return !kept.hasNext();
    }
  }

  private void noteOld(String id, Step step, long startMs, long nowMs) {
    Long keptMs = retentionMs.get(step);
    if (keptMs == null || startMs >= nowMs - keptMs) {
      return;
    }
    ScopeState state = stateOf(id);
    if (nowMs - state.oldMs(step) > keptMs / OLD_RESOLUTION) {
      state.cameOld(step, nowMs);
      store.put(id, state);
    }
  }

  private ScopeState stateOf(String id) {
    return states.computeIfAbsent(id, any -> new ScopeState());
  }

  private String keyOf(String id, ScopeState.Window window) {
    return TrendKeys.of(scope, id, window.step().ms(), window.span().startMs());
  }
}
