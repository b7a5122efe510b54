package io.moodline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.config.MoodlineConfig;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** What a setting allows, Kafka Streams must take. */
class CommonSettingsTest {

  private static TestConfig with(String key, Object value) {
    return new TestConfig(Map.of(key, value));
  }

  /** Kafka gives a transaction up after 10 s, and Kafka Streams refuses to commit more seldom. */
  @Test
  void theLongestCommitIntervalIsOneThatKafkaStreamsTakes() {
    TestConfig config = with(MoodlineConfig.COMMIT_INTERVAL_MS, 5_000);
    StreamsConfig streams = new StreamsConfig(StreamsSettings.of(config, "test", 1));
    assertThat(streams.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(5_000);
    assertThatThrownBy(() -> with(MoodlineConfig.COMMIT_INTERVAL_MS, 5_001))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(MoodlineConfig.COMMIT_INTERVAL_MS);
  }

  @Test
  void aRegistryHasAnAddressOfTheWeb() {
    assertThat(with(MoodlineConfig.SCHEMA_REGISTRY_URL, "https://r:8081/apis/registry/v3"))
        .isNotNull();
    assertThatThrownBy(() -> with(MoodlineConfig.SCHEMA_REGISTRY_URL, "registry:8081"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("registry:8081")
        .hasMessageContaining("http://");
  }
}
