package io.moodline.app.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moodline.app.broker.EmbeddedBroker;
import io.moodline.streams.ReadRecordsPurger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadRecordsPurgerTest {

  private static final TopicPartition PICTURES = new TopicPartition("pictures", 0);

  @TempDir Path dir;

  private EmbeddedBroker broker;
  private Admin admin;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(dir.resolve("kafka"), 0);
    admin = admin();
    admin
        .createTopics(List.of(new NewTopic(PICTURES.topic(), 1, (short) 1)))
        .all()
        .get(30, TimeUnit.SECONDS);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < 10; i++) {
        producer
            .send(new ProducerRecord<>(PICTURES.topic(), new byte[100]))
            .get(30, TimeUnit.SECONDS);
      }
    }
  }

  @AfterEach
  void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void whatWasReadGoesAndWhatWasNotStays() throws Exception {
    try (ReadRecordsPurger purger =
        new ReadRecordsPurger(admin(), "reader", PICTURES.topic(), Duration.ZERO)) {
      purger.start();
      commit(7);
      await().atMost(Duration.ofSeconds(20)).until(() -> begin() == 7);
      commit(9);
      await().atMost(Duration.ofSeconds(20)).until(() -> begin() == 9);
      assertThat(offset(OffsetSpec.latest())).isEqualTo(10);
    }
  }

  @Test
  void whatWasReadByTheEndGoesWithTheReader() throws Exception {
    try (ReadRecordsPurger purger =
        new ReadRecordsPurger(admin(), "reader", PICTURES.topic(), Duration.ofHours(1))) {
      purger.start();
      commit(7);
      assertThat(begin()).as("kept for an hour").isZero();
    }
    assertThat(begin()).isEqualTo(7);
    assertThat(offset(OffsetSpec.latest())).isEqualTo(10);
  }

  private void commit(long offset) throws Exception {
    admin
        .alterConsumerGroupOffsets("reader", Map.of(PICTURES, new OffsetAndMetadata(offset)))
        .all()
        .get(30, TimeUnit.SECONDS);
  }

  private long begin() throws Exception {
    return offset(OffsetSpec.earliest());
  }

  private long offset(OffsetSpec spec) throws Exception {
    return admin
        .listOffsets(Map.of(PICTURES, spec))
        .partitionResult(PICTURES)
        .get(30, TimeUnit.SECONDS)
        .offset();
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
