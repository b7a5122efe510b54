package io.moodline.streams;

import io.moodline.config.MoodlineConfig;
import java.util.Map;

/** What all services are told, without the keys of any. */
final class TestConfig extends MoodlineConfig {

  TestConfig(Map<String, ?> values) {
    super(commonKeys(), values);
  }
}
