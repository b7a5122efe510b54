package io.moodline.app;

import io.moodline.serde.AvroSerdes;
import io.moodline.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The README's consumer, compiled here so that it stays true; {@link ReadmeTest} compares them. */
final class ReadmeConsumer {

  private ReadmeConsumer() {}

  static void consume() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:9092",
            "group.id",
            "my-app",
            "isolation.level",
            "read_committed");
    var topic = new Topics("moodline", AvroSerdes.singleObject()).emotions();
    try (var consumer =
        new KafkaConsumer<>(settings, topic.keys().deserializer(), topic.values().deserializer())) {
      consumer.subscribe(List.of(topic.name()));
      while (true) {
        for (var read : consumer.poll(Duration.ofSeconds(1))) {
          System.out.println(read.value().getFaceId() + " " + read.value().getDominant());
        }
      }
    }
  }
}
