package io.moodline.aggregator;

import io.moodline.aggregator.trend.Step;
import java.util.EnumMap;
import java.util.Map;

/** How long windows of each length are kept. */
public final class TrendRetention {

  private TrendRetention() {}

  /** Step to time kept, milliseconds; steps that are kept for ever are left out. */
  public static Map<Step, Long> of(AggregatorConfig config) {
    Map<Step, Long> kept = new EnumMap<>(Step.class);
    kept.put(Step.TEN_SECONDS, config.getLong(AggregatorConfig.TREND_10S_RETENTION_MS));
    kept.put(Step.MINUTE, config.getLong(AggregatorConfig.TREND_1M_RETENTION_MS));
    kept.put(Step.HOUR, config.getLong(AggregatorConfig.TREND_1H_RETENTION_MS));
    kept.put(Step.DAY, config.getLong(AggregatorConfig.TREND_1D_RETENTION_MS));
    kept.values().removeIf(ms -> ms == 0);
    return kept;
  }
}
