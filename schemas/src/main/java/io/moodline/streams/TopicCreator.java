package io.moodline.streams;

import io.moodline.config.MoodlineConfig;
import io.moodline.topics.Topic;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing; those that exist are left as they are. */
public final class TopicCreator {

  private static final long PATIENCE_S = 30;

  private TopicCreator() {}

  /** An admin client for the configured brokers; the caller closes it. */
  public static Admin admin(MoodlineConfig config) {
    Properties p = new Properties();
    p.putAll(config.kafkaSettings());
    p.put(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    return Admin.create(p);
  }

  /**
   * Creates every topic of the catalogue that does not exist.
   *
   * @throws IllegalStateException when the brokers cannot be reached or refuse
   */
  public static void createMissing(MoodlineConfig config) {
    int partitions = config.getInt(MoodlineConfig.PARTITIONS);
    short copies = config.getInt(MoodlineConfig.REPLICATION_FACTOR).shortValue();
    try (Admin admin = admin(config)) {
      Map<String, KafkaFuture<Void>> created =
          admin
              .createTopics(
                  config.topics().all().stream()
                      .map((Topic<?, ?> topic) -> topic.newTopic(partitions, copies))
                      .toList())
              .values();
      for (Map.Entry<String, KafkaFuture<Void>> entry : created.entrySet()) {
        await(config, entry.getKey(), entry.getValue());
      }
    }
  }

  private static void await(MoodlineConfig config, String topic, KafkaFuture<Void> created) {
    try {
      created.get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(
            "cannot create topic " + topic + ": " + e.getCause().getMessage(), e.getCause());
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "no Kafka broker answers at "
              + config.getString(MoodlineConfig.BOOTSTRAP_SERVERS)
              + " within "
              + PATIENCE_S
              + " s",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topic " + topic, e);
    }
  }
}
