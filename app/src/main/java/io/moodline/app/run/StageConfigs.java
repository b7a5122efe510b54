package io.moodline.app.run;

import io.moodline.aggregator.AggregatorConfig;
import io.moodline.classifier.ClassifierConfig;
import io.moodline.detector.DetectorConfig;
import io.moodline.ingest.IngestConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** The declarations of all stages' settings. */
public final class StageConfigs {

  private StageConfigs() {}

  /** The keys of each stage, in the data's order. */
  public static Map<String, ConfigDef> keys() {
    Map<String, ConfigDef> keys = new LinkedHashMap<>();
    keys.put("ingest", IngestConfig.keys());
    keys.put("detector", DetectorConfig.keys());
    keys.put("classifier", ClassifierConfig.keys());
    keys.put("aggregator", AggregatorConfig.keys());
    return keys;
  }
}
