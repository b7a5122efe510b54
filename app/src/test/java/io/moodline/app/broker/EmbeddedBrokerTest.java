package io.moodline.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.app.cli.Settings;
import io.moodline.config.MoodlineConfig;
import io.moodline.streams.TopicCreator;
import io.moodline.topics.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  private static final byte[] KEY = {1};

  @TempDir Path dir;

  @Test
  void whatWasWrittenSurvivesARestart() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0);
        Admin admin = admin(broker)) {
      admin
          .createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0);
        Admin admin = admin(broker)) {
      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("kept");
    }
  }

  @Test
  void partitionsAreServedWhenTheTopicsHaveBeenCreated() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0)) {
      MoodlineConfig config =
          Settings.of(Map.of(MoodlineConfig.BOOTSTRAP_SERVERS, broker.bootstrapServers())).common();
      TopicCreator.createMissing(config);

      List<Future<RecordMetadata>> sent = new ArrayList<>();
      try (KafkaProducer<byte[], byte[]> once = producerThatSendsOnce(broker)) {
        for (Topic<?, ?> topic : config.topics().all()) {
          for (int partition = 0;
              partition < config.getInt(MoodlineConfig.PARTITIONS);
              partition++) {
            sent.add(once.send(new ProducerRecord<>(topic.name(), partition, KEY, KEY)));
          }
        }
      }

      assertThat(sent).hasSizeGreaterThan(20).allSatisfy(record -> record.get());
    }
  }

  private static KafkaProducer<byte[], byte[]> producerThatSendsOnce(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrapServers(),
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            false,
            ProducerConfig.RETRIES_CONFIG,
            0),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @Test
  void aPortInUseIsNamedWithTheWayOut() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedBroker.start(dir, taken.getLocalPort()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("--broker-port");
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
