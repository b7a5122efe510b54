package io.moodline.aggregator.api;

import io.moodline.aggregator.StoreNames;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.TrendAccumulator;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Trends;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Reads windows: what is stored of them, and what their cameras' open windows hold so far. */
final class TrendReader {

  private final StoreSource stores;

  TrendReader(StoreSource stores) {
    this.stores = stores;
  }

  /**
   * The windows of a scope that begin in a range, by their begin.
   *
   * @param cameras those whose open windows belong to the scope
   */
  SortedMap<Long, Trend> read(
      TrendScope scope,
      String id,
      Collection<String> cameras,
      Step step,
      WindowGrid grid,
      long fromMs,
      long toMs) {
    TreeMap<Long, Trend> found = stored(scope, id, step, fromMs, toMs);
    open(cameras, step, grid, fromMs, toMs)
        .forEach(
            (span, window) -> {
              Trend more = Trends.of(scope, id, step, span, false, 0, window);
              found.merge(
                  span.startMs(),
                  more,
                  (known, also) -> Trends.merged(scope, id, step, span, List.of(known, also)));
            });
    return found;
  }

  private TreeMap<Long, Trend> stored(
      TrendScope scope, String id, Step step, long fromMs, long toMs) {
    String store = scope == TrendScope.CAMERA ? StoreNames.TRENDS : StoreNames.SITE_TRENDS;
    TreeMap<Long, Trend> found = new TreeMap<>();
    if (fromMs >= toMs) {
      return found;
    }
    try (KeyValueIterator<String, Trend> all =
        stores
            .<String, Trend>store(store)
            .range(
                TrendKeys.of(scope, id, step.ms(), fromMs),
                TrendKeys.of(scope, id, step.ms(), toMs - 1))) {
      all.forEachRemaining(entry -> found.put(entry.value.getWindowStartMs(), entry.value));
    }
    return found;
  }

  /**
   * What is in open windows. Ten-second windows have not reached their minute yet, and minutes not
   * their hour and day.
   */
  private TreeMap<Span, TrendAccumulator> open(
      Collection<String> cameras, Step step, WindowGrid grid, long fromMs, long toMs) {
    TreeMap<Span, TrendAccumulator> found =
        new TreeMap<>(java.util.Comparator.comparingLong(Span::startMs));
    List<Step> from =
        step == Step.TEN_SECONDS ? List.of(step) : List.of(Step.TEN_SECONDS, Step.MINUTE);
    for (String camera : cameras) {
      for (Step open : from) {
        try (KeyValueIterator<String, TrendAccumulator> all = openOf(camera, open)) {
          while (all.hasNext()) {
            KeyValue<String, TrendAccumulator> entry = all.next();
            Span span = grid.at(step, TrendKeys.startMs(entry.key));
            if (span.startMs() >= fromMs && span.startMs() < toMs) {
              found.computeIfAbsent(span, s -> new TrendAccumulator()).merge(entry.value);
            }
          }
        }
      }
    }
    return found;
  }

  private KeyValueIterator<String, TrendAccumulator> openOf(String camera, Step step) {
    return stores
        .<String, TrendAccumulator>store(StoreNames.OPEN_TRENDS)
        .range(
            TrendKeys.of(TrendScope.CAMERA, camera, step.ms(), 0),
            TrendKeys.of(TrendScope.CAMERA, camera, step.ms(), Long.MAX_VALUE));
  }
}
