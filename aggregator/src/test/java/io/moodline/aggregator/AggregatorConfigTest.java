package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.aggregator.timeline.SmoothingSettings;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregatorConfigTest {

  @Test
  void defaultsAreThoseOfTheAlgorithms() {
    AggregatorConfig config = new AggregatorConfig(Map.of());
    assertThat(config.smoothing()).isEqualTo(SmoothingSettings.DEFAULTS);
    assertThat(config.getString(AggregatorConfig.HTTP_HOST)).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "aggregator.smoothing.tau.ms,0",
    "aggregator.smoothing.margin,1.5",
    "aggregator.http.port,70000",
    "aggregator.window.grace.ms,6000",
    "aggregator.smile.min.faces,0",
    "aggregator.zone,Mars/Olympus",
    "aggregator.site.zones,north",
    "aggregator.min.faces,0",
    "aggregator.trend.1h.retention.ms,-1",
    "aggregator.crowd.release,0",
    "aggregator.typo,1"
  })
  void whatIsNotAllowedIsRefusedByName(String key, String value) {
    assertThatThrownBy(() -> new AggregatorConfig(Map.of(key, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(key);
  }

  @Test
  void aGroupSmileShowsNoFewerFacesThanAWindowMay() {
    assertThat(new AggregatorConfig(Map.of()).groupSmile().minFaces()).isEqualTo(3);
    assertThat(new AggregatorConfig(Map.of(AggregatorConfig.MIN_FACES, 5)).groupSmile().minFaces())
        .isEqualTo(5);
    assertThat(
            new AggregatorConfig(
                    Map.of(AggregatorConfig.MIN_FACES, 2, AggregatorConfig.SMILE_MIN_FACES, 4))
                .groupSmile()
                .minFaces())
        .isEqualTo(4);
  }

  @Test
  void aTimeThatIsTooShortToLearnACrowdInIsRefused() {
    // Ten minutes hold ten; thirty that must be known would never be.
    assertThatThrownBy(() -> new AggregatorConfig(Map.of(MomentKeys.CROWD_LOOKBACK_MS, 600_000)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(MomentKeys.CROWD_LOOKBACK_MS)
        .hasMessageContaining(MomentKeys.LEARN_MINUTES);
    new AggregatorConfig(
        Map.of(MomentKeys.CROWD_LOOKBACK_MS, 600_000, MomentKeys.LEARN_MINUTES, 10));
  }
}
