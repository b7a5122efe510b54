package io.moodline.app.run;

import io.moodline.config.MoodlineConfig;
import io.moodline.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Makes consumers of whole topics, without a group: each reader sees every record. */
public final class TopicReader {

  private TopicReader() {}

  /**
   * A consumer of committed records only.
   *
   * @param fromBeginning true: all that the topic holds; false: what comes from now on
   * @throws IllegalStateException when the topic does not exist
   */
  public static <V> Consumer<String, V> open(
      MoodlineConfig config, Topic<String, V> topic, boolean fromBeginning) {
    return open(config, List.of(topic), topic.values().deserializer(), fromBeginning);
  }

  /** The same for several topics, whose values the deserializer tells apart by topic. */
  public static <V> Consumer<String, V> open(
      MoodlineConfig config,
      List<? extends Topic<String, ? extends V>> topics,
      Deserializer<V> values,
      boolean fromBeginning) {
    Map<String, Object> settings = new HashMap<>(config.kafkaSettings());
    settings.put(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(settings, topics.get(0).keys().deserializer(), values);
    try {
      List<TopicPartition> partitions =
          topics.stream().flatMap(topic -> partitions(consumer, topic.name()).stream()).toList();
      consumer.assign(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
      }
      return consumer;
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic, Duration.ofSeconds(15)).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IllegalStateException("there is no topic " + topic + " on this cluster");
    }
    return partitions;
  }
}
