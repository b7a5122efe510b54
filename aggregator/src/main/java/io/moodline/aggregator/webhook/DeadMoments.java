package io.moodline.aggregator.webhook;

import io.moodline.streams.DeadLetter;
import io.moodline.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Writes moments that no receiver took to the dead letters. Thread-safe. */
final class DeadMoments {

  private static final String STAGE = "webhook";

  private final Topic<byte[], byte[]> letters;
  private final Producer<byte[], byte[]> producer;

  DeadMoments(Topic<byte[], byte[]> letters, Producer<byte[], byte[]> producer) {
    this.letters = letters;
    this.producer = producer;
  }

  /**
   * Returns when it is written.
   *
   * @throws KafkaException when it cannot be
   */
  void write(ConsumerRecord<byte[], byte[]> record, String reason) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(letters.name(), record.key(), record.value());
    Map.of(
            DeadLetter.STAGE,
            STAGE,
            DeadLetter.EXCEPTION,
            DeadMoments.class.getName(),
            DeadLetter.MESSAGE,
            reason,
            DeadLetter.TOPIC,
            record.topic(),
            DeadLetter.PARTITION,
            Integer.toString(record.partition()),
            DeadLetter.OFFSET,
            Long.toString(record.offset()))
        .forEach(
            (name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(letter).get();
    } catch (ExecutionException e) {
      throw new KafkaException("a dead letter cannot be written", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
