package io.moodline.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.geometry.ReferencePoints;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorConfigTest {

  @TempDir Path folder;

  @Test
  void theDefaultsAreAllowed() {
    DetectorConfig config = new DetectorConfig(Map.of());

    assertThat(config.cropGeometry().reference())
        .isEqualTo(ReferencePoints.parse(ReferencePoints.FER_2013));
    assertThat(config.cropGeometry().bytes()).isEqualTo(48 * 48);
    assertThat(config.yunetModel()).isEmpty();
  }

  @Test
  void everyKeyIsDocumented() {
    assertThat(DetectorConfig.keys().configKeys().values())
        .allSatisfy(key -> assertThat(key.documentation).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "detector.kind, hog",
    "detector.input.width, 10",
    "detector.yunet.min.score, 1.5",
    "detector.crop.channels, 2",
    "detector.crop.reference, '0.1,0.2'",
    "detector.track.max.gap.ms, 0",
    "detector.quality.min.brightness, 300",
    "detector.quality.max.yaw.degrees, 91",
    "detector.yunet.second.looks, -1",
    "detector.haar.eyes, maybe",
    "detector.max.pixels, 12"
  })
  void aBadValueIsRefusedByName(String key, String value) {
    assertThatThrownBy(() -> new DetectorConfig(Map.of(key, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  @Test
  void facesMustFitIntoARecord() {
    Map<String, String> large =
        Map.of(CropKeys.WIDTH, "224", CropKeys.HEIGHT, "224", CropKeys.CHANNELS, "3");

    assertThatThrownBy(() -> new DetectorConfig(large))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("detector.max.faces")
        .hasMessageContaining("150528 bytes");
  }

  @Test
  void yunetWithoutAFileIsRefused() {
    DetectorConfig config =
        new DetectorConfig(
            Map.of("detector.kind", "yunet", "detector.models.dir", folder.toString()));

    assertThatThrownBy(config::yunetModel)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("detector.yunet.model")
        .hasMessageContaining(folder.toString());
  }
}
