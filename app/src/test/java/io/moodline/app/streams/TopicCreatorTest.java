package io.moodline.app.streams;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.app.broker.EmbeddedBroker;
import io.moodline.app.cli.Settings;
import io.moodline.config.MoodlineConfig;
import io.moodline.streams.TopicCreator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicCreatorTest {

  @TempDir Path dir;

  @Test
  void topicsOfCamerasThatDifferInPartitionsStopTheStart() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0)) {
      MoodlineConfig config =
          Settings.of(
                  Map.of(
                      MoodlineConfig.BOOTSTRAP_SERVERS,
                      broker.bootstrapServers(),
                      MoodlineConfig.PARTITIONS,
                      "2"))
              .common();
      create(config, config.topics().deadLetters().name(), 1);
      assertThatCode(() -> TopicCreator.createMissing(config))
          .as("dead letters are of no camera")
          .doesNotThrowAnyException();
      try (Admin admin = TopicCreator.admin(config)) {
        admin
            .deleteTopics(List.of(config.topics().emotions().name()))
            .all()
            .get(30, TimeUnit.SECONDS);
      }
      create(config, config.topics().emotions().name(), 3);
      assertThatThrownBy(() -> TopicCreator.createMissing(config))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("moodline.emotions has 3 partitions")
          .hasMessageContaining("moodline.cameras has 2")
          .hasMessageContaining(MoodlineConfig.PARTITIONS);
    }
  }

  private static void create(MoodlineConfig config, String topic, int partitions) throws Exception {
    try (Admin admin = TopicCreator.admin(config)) {
      admin
          .createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }
}
