package io.moodline.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.streams.StreamsService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierServiceTest {

  @TempDir Path folder;

  private ClassifierConfig config(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put(ClassifierConfig.STATE_DIR, folder.toString());
    settings.put(ClassifierConfig.BOOTSTRAP_SERVERS, "127.0.0.1:1");
    return new ClassifierConfig(settings);
  }

  private static long adminClients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("kafka-admin-client-thread"))
        .count();
  }

  /** Kafka Streams looks at its settings when it is made, after the admin client was opened. */
  @Test
  void nothingStaysOpenWhenItCannotBeMade() {
    long before = adminClients();
    ClassifierConfig config = config(Map.of("kafka.processing.guarantee", "sometimes"));
    assertThatThrownBy(() -> ClassifierService.create(config))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("sometimes");
    // One of a test before may just have ended.
    assertThat(adminClients()).isLessThanOrEqualTo(before);
  }

  @Test
  void isMadeWithoutABrokerAndClosedUnstarted() {
    try (StreamsService service = ClassifierService.create(config(Map.of()))) {
      assertThat(service.failed()).isFalse();
    }
  }
}
