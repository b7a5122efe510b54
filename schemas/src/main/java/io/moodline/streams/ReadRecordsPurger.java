package io.moodline.streams;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes pictures a set time after the service that needs them has read them, and never before.
 *
 * <p>Retention by age, as a broker does it, would either keep faces longer than needed or eat what
 * a stopped service has not read. Kafka Streams cleans its repartition topics in the same way. Each
 * instance does this for its whole group: deleting twice does no harm.
 */
public final class ReadRecordsPurger implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadRecordsPurger.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final long PATIENCE_S = 10;

  private record Read(long atMs, long offset) {}

  private final Admin admin;
  private final String group;
  private final String topic;
  private final Duration keep;
  private final Clock clock;
  private final Map<TopicPartition, Deque<Read>> history = new HashMap<>();
  private final Map<TopicPartition, Long> deleted = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "read-records-purger");
            thread.setDaemon(true);
            return thread;
          });
  private ScheduledFuture<?> task;

  /**
   * @param admin used for as long as this runs, closed with it
   * @param group the consumer group whose committed offsets say what was read
   * @param topic the topic to clean
   * @param keep how long a record stays after it was read
   */
  public ReadRecordsPurger(Admin admin, String group, String topic, Duration keep, Clock clock) {
    this.admin = admin;
    this.group = group;
    this.topic = topic;
    this.keep = keep;
    this.clock = clock;
  }

  /** Begins; at most once. */
  public void start() {
    task =
        timer.scheduleWithFixedDelay(
            this::purgeQuietly, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void purgeQuietly() {
    try {
      purge();
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      // The broker may be away for a while; what was not deleted now is deleted next time.
      LOG.debug("could not delete read records of {}: {}", topic, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does it once. */
  void purge() throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get(PATIENCE_S, TimeUnit.SECONDS);
    Map<TopicPartition, RecordsToDelete> toDelete = new HashMap<>();
    committed.forEach(
        (partition, offset) -> {
          if (partition.topic().equals(topic) && offset != null) {
            long until = deletableBefore(partition, offset.offset());
            if (until > deleted.getOrDefault(partition, 0L)) {
              toDelete.put(partition, RecordsToDelete.beforeOffset(until));
            }
          }
        });
    if (!toDelete.isEmpty()) {
      admin.deleteRecords(toDelete).all().get(PATIENCE_S, TimeUnit.SECONDS);
      toDelete.forEach((partition, records) -> deleted.put(partition, records.beforeOffset()));
    }
  }

  /** The highest offset that was already committed {@code keep} ago, or 0. */
  private long deletableBefore(TopicPartition partition, long committed) {
    long now = clock.millis();
    Deque<Read> reads = history.computeIfAbsent(partition, p -> new ArrayDeque<>());
    if (reads.isEmpty() || reads.getLast().offset() != committed) {
      reads.add(new Read(now, committed));
    }
    long until = 0;
    while (!reads.isEmpty() && reads.getFirst().atMs() <= now - keep.toMillis()) {
      until = reads.getFirst().offset();
      if (reads.size() == 1) {
        break;
      }
      reads.removeFirst();
    }
    return until;
  }

  @Override
  public void close() {
    if (task != null) {
      task.cancel(true);
    }
    timer.shutdownNow();
    admin.close(Duration.ofSeconds(2));
  }
}
