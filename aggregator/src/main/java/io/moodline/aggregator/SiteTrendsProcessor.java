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
    String partKey = key + "/" + part.getId();
    boolean begins = parts.get(partKey) == null;
    parts.put(partKey, part);
    Trend merged = Trends.merged(TrendScope.SITE, site, windowMs, start, partsOf(key));
    sites.put(key, merged);
    context.forward(new Record<>(key, merged, record.timestamp()));
    if (begins) {
      expire(site, part.getId(), windowMs, start - retentionMs.get(windowMs));
    }
  }

  /**
   * Forgets what one camera contributed before a time of its own; another camera may have a clock
   * of months ago. A window to which nobody contributes any more goes too.
   */
  private void expire(String site, String camera, long windowMs, long beforeMs) {
    for (String old : Expiry.partsBefore(parts, site, camera, windowMs, beforeMs)) {
      parts.delete(old);
      String window = old.substring(0, old.lastIndexOf('/'));
      if (partsOf(window).isEmpty()) {
        sites.delete(window);
      }
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
