package io.moodline.aggregator.api;

import io.moodline.aggregator.stores.KeyRange;
import io.moodline.aggregator.stores.StoreRef;
import io.moodline.aggregator.stores.StoreRefs;
import io.moodline.aggregator.stores.Stores;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.TrendAccumulator;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Trends;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.aggregator.trend.Windows;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Reads windows: what is stored of them, and what their cameras' open windows hold so far. */
final class TrendReader {

  private static final int ATTEMPTS = 8;

  /** Cameras' windows close all at about the same time. */
  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private final Stores stores;

  TrendReader(Stores stores) {
    this.stores = stores;
  }

  /**
   * The windows of a scope that begin in a range, by their begin. What a camera closes is added to
   * its closed windows before it is removed from the open ones, so none is missed; one that closes
   * while this reads would be counted twice, so it reads again then. A site's windows get it with
   * the next commit only.
   *
   * @param cameras whose open windows belong to the scope; null: all
   * @throws NotReadyException when windows close at each attempt
   */
  SortedMap<Long, Trend> read(
      TrendScope scope,
      String id,
      Step step,
      WindowGrid grid,
      Span range,
      Collection<String> cameras) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Map<String, TrendAccumulator> open = open(cameras);
      TreeMap<Span, TrendAccumulator> growing = growing(step, grid, range, open);
      TreeMap<Long, Trend> stored = stored(scope, id, step, range);
      if (growing.isEmpty() || (!isMoving(open) && onlyGrew(open, open(cameras)))) {
        return merged(scope, id, step, stored, growing);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new NotReadyException("windows close faster than they can be read", null);
  }

  /** True when some of a camera's windows are just being closed. */
  private static boolean isMoving(Map<String, TrendAccumulator> open) {
    return open.keySet().stream().anyMatch(TrendKeys::isMoving);
  }

  /**
   * True when nothing of what was open has moved on to another window meanwhile: ten-second windows
   * may have grown or begun, and minutes are what they were.
   */
  private static boolean onlyGrew(
      Map<String, TrendAccumulator> before, Map<String, TrendAccumulator> after) {
    boolean noNewMinute =
        after.keySet().stream().allMatch(key -> before.containsKey(key) || !isMinute(key));
    return noNewMinute
        && !isMoving(after)
        && before.entrySet().stream()
            .allMatch(
                window -> {
                  TrendAccumulator was = window.getValue();
                  TrendAccumulator is = after.get(window.getKey());
                  return is != null
                      && is.mayFollow(was)
                      && (!isMinute(window.getKey()) || was.mayFollow(is));
                });
  }

  private static boolean isMinute(String key) {
    return TrendKeys.windowMs(key) == Windows.MINUTE;
  }

  private static TreeMap<Long, Trend> merged(
      TrendScope scope,
      String id,
      Step step,
      TreeMap<Long, Trend> stored,
      TreeMap<Span, TrendAccumulator> growing) {
    growing.forEach(
        (span, window) ->
            stored.merge(
                span.startMs(),
                Trends.of(scope, id, step, span, false, 0, window),
                (known, also) -> Trends.merged(scope, id, step, span, List.of(known, also))));
    return stored;
  }

  private Map<String, TrendAccumulator> open(Collection<String> cameras) {
    Map<String, TrendAccumulator> found = new HashMap<>();
    if (cameras == null) {
      stores.all(StoreRefs.OPEN_TRENDS).forEach(entry -> found.put(entry.key, entry.value));
      return found;
    }
    for (String camera : cameras) {
      String prefix = TrendScope.CAMERA + "/" + camera;
      // '0' is the character after '/'.
      KeyRange range = KeyRange.of(prefix + "/", prefix + "0");
      stores
          .range(StoreRefs.OPEN_TRENDS, camera, range)
          .forEach(entry -> found.put(entry.key, entry.value));
    }
    return found;
  }

  private TreeMap<Long, Trend> stored(TrendScope scope, String id, Step step, Span asked) {
    StoreRef<Trend> store = scope == TrendScope.CAMERA ? StoreRefs.TRENDS : StoreRefs.SITE_TRENDS;
    KeyRange range =
        KeyRange.of(
            TrendKeys.of(scope, id, step.ms(), asked.startMs()),
            TrendKeys.of(scope, id, step.ms(), asked.endMs() - 1));
    TreeMap<Long, Trend> found = new TreeMap<>();
    stores
        .range(store, id, range)
        .forEach(entry -> found.put(entry.value.getWindowStartMs(), entry.value));
    return found;
  }

  /**
   * What is in open windows. Ten-second windows have not reached their minute yet, and minutes not
   * their hour and day.
   */
  private static TreeMap<Span, TrendAccumulator> growing(
      Step step, WindowGrid grid, Span range, Map<String, TrendAccumulator> open) {
    TreeMap<Span, TrendAccumulator> found = new TreeMap<>(Comparator.comparingLong(Span::startMs));
    open.forEach(
        (key, window) -> {
          Span span = grid.at(step, TrendKeys.startMs(key));
          boolean asked = span.startMs() >= range.startMs() && span.startMs() < range.endMs();
          if (asked && TrendKeys.windowMs(key) <= step.ms() && !TrendKeys.isMoving(key)) {
            found.computeIfAbsent(span, any -> new TrendAccumulator()).merge(window);
          }
        });
    return found;
  }
}
