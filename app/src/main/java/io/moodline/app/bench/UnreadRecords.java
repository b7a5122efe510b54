package io.moodline.app.bench;

import io.moodline.config.MoodlineConfig;
import io.moodline.streams.StreamsSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records of the classifier the aggregator has yet to take: by what its group has
 * committed, so what is counted as taken is in its state as well. Not thread-safe.
 */
public final class UnreadRecords implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(50);

  private final Admin admin;
  private final String group;
  private final String events;
  private final List<TopicPartition> partitions;

  /**
   * @param config where Kafka is and what the topics are called
   */
  public UnreadRecords(MoodlineConfig config) throws InterruptedException, ExecutionException {
    Map<String, Object> settings = new HashMap<>(config.kafkaSettings());
    settings.put(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    this.admin = Admin.create(settings);
    this.group = StreamsSettings.applicationId(config, "aggregator");
    this.events = config.topics().emotions().name();
    List<String> topics = List.of(events, config.topics().frameOutcomes().name());
    this.partitions =
        admin.describeTopics(topics).allTopicNames().get().values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(p -> new TopicPartition(topic.name(), p.partition())))
            .toList();
  }

  /**
   * How many there are.
   *
   * @param events of emotions, one a face and frame
   * @param frames outcomes of frames
   */
  public record Unread(long events, long frames) {
    long all() {
      return events + frames;
    }
  }

  /** How many there are now. */
  public Unread count() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> taken =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(
                partitions.stream()
                    .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest())))
            .all()
            .get();
    long unreadEvents = 0;
    long unreadFrames = 0;
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata offset = taken.get(partition);
      long unread = ends.get(partition).offset() - (offset == null ? 0 : offset.offset());
      unreadEvents += partition.topic().equals(events) ? unread : 0;
      unreadFrames += partition.topic().equals(events) ? 0 : unread;
    }
    return new Unread(unreadEvents, unreadFrames);
  }

  /**
   * Waits until there are none.
   *
   * @throws IllegalStateException when they do not become fewer within {@code patience}
   */
  public void awaitNone(Duration patience) throws InterruptedException, ExecutionException {
    awaitAtMost(0, patience);
  }

  /**
   * Waits until there are at most so many.
   *
   * @return how many there are then
   * @throws IllegalStateException when they do not become fewer within {@code patience}
   */
  Unread awaitAtMost(long most, Duration patience) throws InterruptedException, ExecutionException {
    long least = Long.MAX_VALUE;
    long since = System.nanoTime();
    Unread now = count();
    while (now.all() > most) {
      long unread = now.all();
      if (unread < least) {
        least = unread;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > patience.toNanos()) {
        throw new IllegalStateException(
            "%d records are unread, and for %d s none was read"
                .formatted(unread, patience.toSeconds()));
      }
      Thread.sleep(LOOK.toMillis());
      now = count();
    }
    return now;
  }

  @Override
  public void close() {
    admin.close();
  }
}
