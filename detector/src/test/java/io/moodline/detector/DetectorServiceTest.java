package io.moodline.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.streams.StreamsService;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorServiceTest {

  @TempDir Path folder;

  @Test
  void isMadeWithoutABrokerAndClosedUnstarted() {
    try (StreamsService service =
        DetectorService.create(
            new DetectorConfig(
                Map.of(
                    DetectorConfig.STATE_DIR,
                    folder.toString(),
                    DetectorConfig.BOOTSTRAP_SERVERS,
                    "127.0.0.1:1")))) {
      assertThat(service.name()).isEqualTo("detector");
      assertThat(service.failed()).isFalse();
    }
  }

  @Test
  void aWrongModelFailsBeforeAnythingStarts() {
    DetectorConfig config =
        new DetectorConfig(Map.of(DetectorConfig.YUNET_MODEL, folder.resolve("x").toString()));

    assertThatThrownBy(() -> DetectorService.create(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no readable YuNet model");
  }
}
