package io.moodline.streams;

import io.moodline.config.MoodlineConfig;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that are missing; those that exist are left as they are. */
public final class TopicCreator {

  private static final Logger LOG = LoggerFactory.getLogger(TopicCreator.class);
  private static final long PATIENCE_S = 30;
  private static final long RETRY_MS = 50;
  private static final Duration REGISTRY_PAUSE = Duration.ofMillis(500);

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
   * Creates every topic of the catalogue that does not exist, and waits until all partitions are
   * served. A partition so new that its broker does not serve it yet refuses its first batch; were
   * the next one taken meanwhile, an idempotent producer would send the first for ever, out of
   * order. A broker that stays away is waited for 30 s, then its partitions are left to the
   * clients. A schema registry, if one is configured, must be there first.
   *
   * @throws IllegalStateException when the registry or the brokers cannot be reached or refuse, or
   *     when topics that are there have different numbers of partitions
   */
  public static void createMissing(MoodlineConfig config) {
    new SchemaRegistryCheck(Duration.ofSeconds(PATIENCE_S), REGISTRY_PAUSE).requireAnswer(config);
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
      awaitLeaders(config, admin, created.keySet());
    }
  }

  private static void awaitLeaders(MoodlineConfig config, Admin admin, Set<String> topics) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    ListOffsetsOptions patience =
        new ListOffsetsOptions().timeoutMs((int) TimeUnit.SECONDS.toMillis(PATIENCE_S));
    try {
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      Collection<TopicDescription> found = describe(admin, topics, deadline);
      requireSamePartitions(config.topics(), found);
      for (TopicDescription topic : found) {
        topic
            .partitions()
            .forEach(
                p ->
                    ends.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
      }
      // Asked of the leaders themselves; the client asks again where there is none yet.
      admin.listOffsets(ends, patience).all().get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("not every partition is served yet: {}", String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the topics", e);
    }
  }

  /**
   * A camera's records would lie in different partitions, and be worked on by services that lack
   * the others: nothing would say so.
   */
  private static void requireSamePartitions(Topics topics, Collection<TopicDescription> found) {
    Map<String, Integer> counts = new HashMap<>();
    found.forEach(topic -> counts.put(topic.name(), topic.partitions().size()));
    String first = topics.cameras().name();
    for (Topic<?, ?> topic : topics.byCamera()) {
      Integer count = counts.get(topic.name());
      if (!counts.get(first).equals(count)) {
        throw new IllegalStateException(
            ("topic %s has %d partitions, but %s has %d, and they need the same number: delete one"
                    + " of them, and start again with %s as it is of the other")
                .formatted(
                    topic.name(), count, first, counts.get(first), MoodlineConfig.PARTITIONS));
      }
    }
  }

  /** A topic that was created a moment ago may not be known to every broker. */
  private static Collection<TopicDescription> describe(
      Admin admin, Set<String> topics, long deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    while (true) {
      try {
        return admin
            .describeTopics(topics)
            .allTopicNames()
            .get(PATIENCE_S, TimeUnit.SECONDS)
            .values();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > deadline) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(RETRY_MS);
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
