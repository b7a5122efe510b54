package io.moodline.aggregator;

import io.moodline.aggregator.state.TrendDelta;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Windows;
import io.moodline.aggregator.trend.Zones;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What cameras add in, keyed by site and once more by {@link TrendKeys#ALL}; the site's window out
 * at each contribution, its hours and days when they close and when they change after.
 */
final class SiteTrendsProcessor implements Processor<String, TrendDelta, String, Trend> {

  private static final Duration LOOK_AROUND = Duration.ofSeconds(5);
  private static final Duration EXPIRE = Duration.ofMinutes(1);

  private final AggregatorConfig config;
  private final Zones zones;

  private ProcessorContext<String, Trend> context;
  private ScopeWindows sites;

  SiteTrendsProcessor(AggregatorConfig config) {
    this.config = config;
    this.zones = config.zones();
  }

  @Override
  public void init(ProcessorContext<String, Trend> context) {
    this.context = context;
    this.sites =
        new ScopeWindows(
            TrendScope.SITE,
            context.getStateStore(StoreNames.SITE_TRENDS),
            context.getStateStore(StoreNames.SITE_TREND_STATES),
            config,
            context.currentSystemTimeMs());
    context.schedule(
        LOOK_AROUND, PunctuationType.WALL_CLOCK_TIME, now -> publish(sites.closeDue(now)));
    context.schedule(EXPIRE, PunctuationType.WALL_CLOCK_TIME, this::expire);
  }

  private void expire(long nowMs) {
    sites.expire(nowMs);
    sites.forgetAllBut(site -> false);
  }

  @Override
  public void process(Record<String, TrendDelta> record) {
    String site = record.key();
    TrendDelta delta = record.value();
    long now = context.currentSystemTimeMs();
    if (delta.sums() == null) {
      publish(sites.cameTo(site, delta.cameraId(), delta.throughMs(), now));
      return;
    }
    publish(List.of(sites.add(site, delta.sums(), now).whole()));
    if (delta.sums().getWindowMs() == Windows.MINUTE) {
      publish(
          sites.rollUp(
              site, zones.ofSite(site), delta.sums(), delta.cameraId(), delta.throughMs(), now));
    } else {
      sites.heardOf(site, delta.cameraId(), delta.sums().getWindowStartMs(), now);
    }
  }

  private void publish(List<Trend> trends) {
    for (Trend trend : trends) {
      context.forward(
          new Record<>(TrendKeys.of(trend), trend, Math.max(0, trend.getWindowStartMs())));
    }
  }
}
