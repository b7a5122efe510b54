package io.moodline.aggregator;

import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Trends;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Cameras' closed windows in, keyed by site; the site's window out at each contribution. A camera
 * that contributes to a window again replaces what it said before.
 */
final class SiteTrendsProcessor implements Processor<String, Trend, String, Trend> {

  private final Map<Long, Long> retentionMs;

  private ProcessorContext<String, Trend> context;
  private KeyValueStore<String, Trend> parts;
  private KeyValueStore<String, Trend> sites;

  SiteTrendsProcessor(AggregatorConfig config) {
    this.retentionMs = TrendRetention.of(config);
  }

  @Override
  public void init(ProcessorContext<String, Trend> context) {
    this.context = context;
    this.parts = context.getStateStore(StoreNames.SITE_PARTS);
    this.sites = context.getStateStore(StoreNames.SITE_TRENDS);
  }

  @Override
  public void process(Record<String, Trend> record) {
    String site = record.key();
    Trend part = record.value();
    long windowMs = part.getWindowMs();
    long start = part.getWindowStartMs();
    String key = TrendKeys.of(TrendScope.SITE, site, windowMs, start);
    parts.put(key + "/" + part.getId(), part);
    boolean begins = sites.get(key) == null;
    Trend merged = Trends.merged(TrendScope.SITE, site, windowMs, start, partsOf(key));
    sites.put(key, merged);
    context.forward(new Record<>(key, merged, record.timestamp()));
    if (begins) {
      long keepFrom = start - retentionMs.get(windowMs);
      Expiry.expireTrends(sites, TrendScope.SITE, site, windowMs, keepFrom);
      Expiry.expireTrends(parts, TrendScope.SITE, site, windowMs, keepFrom);
    }
  }

  private List<Trend> partsOf(String key) {
    List<Trend> found = new ArrayList<>();
    // '0' is the character after '/'.
    try (KeyValueIterator<String, Trend> all = parts.range(key + "/", key + "0")) {
      all.forEachRemaining(entry -> found.add(entry.value));
    }
    return found;
  }
}
