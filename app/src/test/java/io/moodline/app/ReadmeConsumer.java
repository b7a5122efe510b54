package io.moodline.app;

import io.moodline.schemas.EmotionEvent;
import io.moodline.serde.AvroSerdes;
import io.moodline.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The README's consumer, compiled here so that it stays true. */
final class ReadmeConsumer {

  private ReadmeConsumer() {}

  /** Prints emotion events for ever; the argument is where Kafka is, host:port. */
  public static void main(String[] args) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", args[0],
            "group.id", "my-app",
            "isolation.level", "read_committed");
    var topic = new Topics("moodline", AvroSerdes.singleObject()).emotions();
    try (var consumer =
        new KafkaConsumer<>(settings, topic.keys().deserializer(), topic.values().deserializer())) {
      consumer.subscribe(List.of(topic.name()));
      while (!Thread.currentThread().isInterrupted()) {
        for (var read : consumer.poll(Duration.ofSeconds(1))) {
          EmotionEvent event = read.value();
          System.out.printf(
              "%s %s %.2f%n", event.getFaceId(), event.getDominant(), event.getConfidence());
        }
      }
    }
  }
}
