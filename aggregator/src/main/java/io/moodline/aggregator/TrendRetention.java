package io.moodline.aggregator;

import io.moodline.aggregator.trend.Windows;
import java.util.Map;

/** How long windows of each length are kept. */
final class TrendRetention {

  private TrendRetention() {}

  /** Window length to time kept, both milliseconds. */
  static Map<Long, Long> of(AggregatorConfig config) {
    return Map.of(
        Windows.TEN_SECONDS, config.getLong(AggregatorConfig.TREND_10S_RETENTION_MS),
        Windows.MINUTE, config.getLong(AggregatorConfig.TREND_1M_RETENTION_MS));
  }
}
