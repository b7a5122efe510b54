package io.moodline.app.run;

import io.moodline.config.MoodlineConfig;
import io.moodline.topics.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from its beginning to its present end. */
public final class Snapshot {

  private Snapshot() {}

  /** The latest value of each key of a compacted topic; removed keys are absent. */
  public static <V> Map<String, V> latest(MoodlineConfig config, Topic<String, V> topic) {
    Map<String, V> values = new TreeMap<>();
    read(
        config,
        topic,
        (key, value) -> {
          if (value == null) {
            values.remove(key);
          } else {
            values.put(key, value);
          }
        });
    return values;
  }

  /** Hands over every record that the topic holds now, in order within each partition. */
  public static <V> void read(
      MoodlineConfig config, Topic<String, V> topic, BiConsumer<String, V> reader) {
    records(config, topic, (read, begin) -> reader.accept(read.key(), read.value()));
  }

  /**
   * The same with all that is known of a record.
   *
   * @param reader is also told the offset at which the record's partition begins now: above 0 when
   *     older records have been deleted
   */
  public static <V> void records(
      MoodlineConfig config,
      Topic<String, V> topic,
      BiConsumer<ConsumerRecord<String, V>, Long> reader) {
    try (Consumer<String, V> consumer = TopicReader.open(config, topic, true)) {
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(consumer.assignment());
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(read -> reader.accept(read, begins.get(partition(read))));
      }
    }
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
