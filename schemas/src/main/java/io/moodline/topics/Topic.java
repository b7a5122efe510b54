package io.moodline.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * One topic: everything that a writer, a reader and a broker must agree on.
 *
 * @param name full name, with the prefix
 * @param keys serde of the keys
 * @param values serde of the values
 * @param cleanup what becomes of old records
 * @param retention how long they are kept, counted from arrival; zero: for ever
 * @param images true when values hold pictures: large, not worth compressing, soon deleted
 */
public record Topic<K, V>(
    String name,
    Serde<K> keys,
    Serde<V> values,
    Cleanup cleanup,
    Duration retention,
    boolean images) {

  /** The largest record that any part of the system may write, in bytes. */
  public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

  /** What becomes of old records. */
  public enum Cleanup {
    COMPACT("compact"),
    DELETE("delete"),
    COMPACT_AND_DELETE("compact,delete");

    private final String policy;

    Cleanup(String policy) {
      this.policy = policy;
    }
  }

  /** How Kafka Streams reads the topic. */
  public Consumed<K, V> consumed() {
    return Consumed.with(keys, values);
  }

  /** How Kafka Streams writes the topic. */
  public Produced<K, V> produced() {
    return Produced.with(keys, values);
  }

  /** The description from which the topic is created. */
  public NewTopic newTopic(int partitions, short replicationFactor) {
    return new NewTopic(name, partitions, replicationFactor).configs(settings());
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy);
    // Retention counts from arrival: a recording of last month must not be deleted as it arrives,
    // nor one whose clock runs ahead be refused.
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    settings.put(
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(retention.isZero() ? -1 : retention.toMillis()));
    if (images) {
      settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
      settings.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
      // Deletion frees whole segments only, so these are small and short.
      settings.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(16 * 1024 * 1024));
      settings.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Duration.ofSeconds(30).toMillis()));
      settings.put(TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "1000");
    } else if (cleanup != Cleanup.DELETE) {
      settings.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Duration.ofHours(1).toMillis()));
    }
    return settings;
  }
}
