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
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;

/** Reads windows: what is stored of them, and what their cameras' open windows hold so far. */
final class TrendReader {

  private final Stores stores;

  TrendReader(Stores stores) {
    this.stores = stores;
  }

  /** The open windows of some cameras. */
  List<KeyValue<String, TrendAccumulator>> openOf(Collection<String> cameras) {
    List<KeyValue<String, TrendAccumulator>> found = new ArrayList<>();
    for (String camera : cameras) {
      String prefix = TrendScope.CAMERA + "/" + camera;
      // '0' is the character after '/'.
      KeyRange range = KeyRange.of(prefix + "/", prefix + "0");
      found.addAll(stores.range(StoreRefs.OPEN_TRENDS, camera, range));
    }
    return found;
  }

  /** The open windows of all cameras. */
  List<KeyValue<String, TrendAccumulator>> openOfAll() {
    return stores.all(StoreRefs.OPEN_TRENDS);
  }

  /**
   * The windows of a scope that begin in a range, by their begin.
   *
   * @param open the open windows that belong to the scope
   */
  SortedMap<Long, Trend> read(
      TrendScope scope,
      String id,
      Step step,
      WindowGrid grid,
      long fromMs,
      long toMs,
      List<KeyValue<String, TrendAccumulator>> open) {
    TreeMap<Long, Trend> found = stored(scope, id, step, fromMs, toMs);
    growing(step, grid, open)
        .forEach(
            (span, window) -> {
              if (span.startMs() >= fromMs && span.startMs() < toMs) {
                Trend more = Trends.of(scope, id, step, span, false, 0, window);
                found.merge(
                    span.startMs(),
                    more,
                    (known, also) -> Trends.merged(scope, id, step, span, List.of(known, also)));
              }
            });
    return found;
  }

  private TreeMap<Long, Trend> stored(
      TrendScope scope, String id, Step step, long fromMs, long toMs) {
    StoreRef<Trend> store = scope == TrendScope.CAMERA ? StoreRefs.TRENDS : StoreRefs.SITE_TRENDS;
    KeyRange range =
        KeyRange.of(
            TrendKeys.of(scope, id, step.ms(), fromMs),
            TrendKeys.of(scope, id, step.ms(), toMs - 1));
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
      Step step, WindowGrid grid, List<KeyValue<String, TrendAccumulator>> open) {
    TreeMap<Span, TrendAccumulator> found = new TreeMap<>(Comparator.comparingLong(Span::startMs));
    for (KeyValue<String, TrendAccumulator> entry : open) {
      if (TrendKeys.windowMs(entry.key) <= step.ms()) {
        found
            .computeIfAbsent(
                grid.at(step, TrendKeys.startMs(entry.key)), span -> new TrendAccumulator())
            .merge(entry.value);
      }
    }
    return found;
  }
}
