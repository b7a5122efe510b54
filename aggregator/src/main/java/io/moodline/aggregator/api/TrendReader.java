package io.moodline.aggregator.api;

import static io.moodline.aggregator.trend.Windows.MINUTE;
import static io.moodline.aggregator.trend.Windows.TEN_SECONDS;

import io.moodline.aggregator.stores.KeyRange;
import io.moodline.aggregator.stores.StoreRef;
import io.moodline.aggregator.stores.StoreRefs;
import io.moodline.aggregator.stores.Stores;
import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.aggregator.trend.TrendAccumulator;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Trends;
import io.moodline.aggregator.trend.Windows;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;

/** Reads closed windows and what is in the open ones so far. */
final class TrendReader {

  private final Stores stores;

  TrendReader(Stores stores) {
    this.stores = stores;
  }

  SortedMap<Long, Trend> ofCamera(String camera, long windowMs, long fromMs, long toMs) {
    TreeMap<Long, Trend> found =
        closed(StoreRefs.TRENDS, TrendScope.CAMERA, camera, windowMs, fromMs, toMs);
    open(camera, windowMs, fromMs, toMs)
        .forEach((start, trend) -> add(found, TrendScope.CAMERA, camera, start, trend));
    return found;
  }

  /** A site's closed windows, and what its cameras have in open ones. */
  SortedMap<Long, Trend> ofSite(
      String site, List<String> cameras, long windowMs, long fromMs, long toMs) {
    TreeMap<Long, Trend> found =
        closed(StoreRefs.SITE_TRENDS, TrendScope.SITE, site, windowMs, fromMs, toMs);
    for (String camera : cameras) {
      open(camera, windowMs, fromMs, toMs)
          .forEach((start, trend) -> add(found, TrendScope.SITE, site, start, trend));
    }
    return found;
  }

  private static void add(
      TreeMap<Long, Trend> to, TrendScope scope, String id, long start, Trend more) {
    Trend known = to.get(start);
    List<Trend> parts = known == null ? List.of(more) : List.of(known, more);
    to.put(start, Trends.merged(scope, id, more.getWindowMs(), start, parts));
  }

  private TreeMap<Long, Trend> closed(
      StoreRef<Trend> store, TrendScope scope, String id, long windowMs, long fromMs, long toMs) {
    TreeMap<Long, Trend> found = new TreeMap<>();
    KeyRange range =
        KeyRange.of(
            TrendKeys.of(scope, id, windowMs, fromMs), TrendKeys.of(scope, id, windowMs, toMs - 1));
    stores
        .range(store, id, range)
        .forEach(entry -> found.put(entry.value.getWindowStartMs(), entry.value));
    return found;
  }

  /** What is in a camera's open windows; open minutes hold their open ten-second windows, too. */
  private Map<Long, Trend> open(String camera, long windowMs, long fromMs, long toMs) {
    TreeMap<Long, TrendAccumulator> sums = new TreeMap<>();
    collect(camera, TEN_SECONDS, windowMs, sums);
    if (windowMs == MINUTE) {
      collect(camera, MINUTE, windowMs, sums);
    }
    Map<Long, Trend> found = new TreeMap<>();
    sums.subMap(fromMs, Math.max(fromMs, toMs))
        .forEach(
            (start, sum) ->
                found.put(start, Trends.ofCamera(camera, new Window(windowMs, start, sum), false)));
    return found;
  }

  private void collect(
      String camera, long fromWindowMs, long toWindowMs, TreeMap<Long, TrendAccumulator> sums) {
    KeyRange range =
        KeyRange.of(
            TrendKeys.of(TrendScope.CAMERA, camera, fromWindowMs, 0),
            TrendKeys.of(TrendScope.CAMERA, camera, fromWindowMs, Long.MAX_VALUE));
    for (KeyValue<String, TrendAccumulator> entry :
        stores.range(StoreRefs.OPEN_TRENDS, camera, range)) {
      long start = Windows.start(TrendKeys.startMs(entry.key), toWindowMs);
      sums.computeIfAbsent(start, s -> new TrendAccumulator()).merge(entry.value);
    }
  }
}
