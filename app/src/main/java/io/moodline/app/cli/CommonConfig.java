package io.moodline.app.cli;

import io.moodline.config.MoodlineConfig;
import java.util.Map;

/** The keys that concern no stage in particular: where Kafka is, what the topics are called. */
public final class CommonConfig extends MoodlineConfig {

  /**
   * @param values what was set
   */
  public CommonConfig(Map<String, ?> values) {
    super(commonKeys(), values);
  }
}
