package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.app.audit.ConservationAudit;
import io.moodline.app.broker.EmbeddedBroker;
import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.streams.TopicCreator;
import io.moodline.topics.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

  private static final long DAY_BEFORE_YESTERDAY =
      System.currentTimeMillis() - Duration.ofDays(2).toMillis();

  @TempDir Path dir;

  @Test
  void whatTheTopicNoLongerHoldsIsNotMissing() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0)) {
      Map<String, Object> client =
          Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
      CommonConfig config =
          Settings.of(Map.of(MoodlineConfig.BOOTSTRAP_SERVERS, broker.bootstrapServers())).common();
      TopicCreator.createMissing(config);
      TopicPartition written = write(client, config);
      assertThat(AuditCommand.audit(config))
          .containsExactly(
              new ConservationAudit.Line("door", DAY_BEFORE_YESTERDAY, 10, 0, 10, 0, 0, 0, 0));

      try (Admin admin = Admin.create(client)) {
        admin
            .deleteRecords(Map.of(written, RecordsToDelete.beforeOffset(6)))
            .all()
            .get(30, TimeUnit.SECONDS);
      }
      // The other three that are left came within the first minute.
      assertThat(AuditCommand.audit(config))
          .containsExactly(
              new ConservationAudit.Line("door", DAY_BEFORE_YESTERDAY, 10, 9, 1, 0, 0, 0, 0))
          .allMatch(ConservationAudit.Line::holds);
    }
  }

  /** Writes ten outcomes and the camera's status; returns where the outcomes are. */
  private static TopicPartition write(Map<String, Object> client, CommonConfig config)
      throws Exception {
    Topic<String, FrameOutcome> outcomes = config.topics().frameOutcomes();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      int partition = -1;
      for (int sequence = 0; sequence < 10; sequence++) {
        partition =
            producer
                .send(record(outcomes, outcome(sequence)))
                .get(30, TimeUnit.SECONDS)
                .partition();
      }
      producer.send(record(config.topics().cameraStatus(), status())).get(30, TimeUnit.SECONDS);
      return new TopicPartition(outcomes.name(), partition);
    }
  }

  private static <V> ProducerRecord<byte[], byte[]> record(Topic<String, V> topic, V value) {
    return new ProducerRecord<>(
        topic.name(),
        topic.keys().serializer().serialize(topic.name(), "door"),
        topic.values().serializer().serialize(topic.name(), value));
  }

  private static FrameOutcome outcome(long sequence) {
    return FrameOutcome.newBuilder()
        .setCameraId("door")
        .setSession(DAY_BEFORE_YESTERDAY)
        .setSequence(sequence)
        .setCapturedAtMs(DAY_BEFORE_YESTERDAY + sequence)
        .setOutcome(Outcome.CLASSIFIED)
        .setStage("classifier")
        .setFaces(0)
        .build();
  }

  private static CameraStatus status() {
    return CameraStatus.newBuilder()
        .setCameraId("door")
        .setState(CameraState.STREAMING)
        .setSinceMs(DAY_BEFORE_YESTERDAY)
        .setUpdatedAtMs(DAY_BEFORE_YESTERDAY)
        .setSession(DAY_BEFORE_YESTERDAY)
        .setCameraUpdatedAtMs(1)
        .setCaptured(10)
        .setShed(0)
        .setFinished(10)
        .setReconnects(0)
        .setFps(5)
        .setWidth(640)
        .setHeight(360)
        .build();
  }
}
