package io.moodline.streams;

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
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes pictures a set time after the service that needs them has read them, and never before.
 *
 * <p>Retention by age, as a broker does it, would either keep faces longer than needed or eat what
 * a stopped service has not read. Kafka Streams cleans its repartition topics in the same way. Each
 * instance does this for its whole group: deleting twice does no harm. One that ends deletes at
 * once what was read: nobody may come after it who does.
 */
public final class ReadRecordsPurger implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadRecordsPurger.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

  private record Read(long atNanos, long offset) {}

  private final Admin admin;
  private final String group;
  private final String topic;
  private final Duration keep;
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
  public ReadRecordsPurger(Admin admin, String group, String topic, Duration keep) {
    this.admin = admin;
    this.group = group;
    this.topic = topic;
    this.keep = keep;
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
  private void purge() throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, Long> over = new HashMap<>();
    committed(PATIENCE)
        .forEach(
            (partition, offset) -> {
              long until = deletableBefore(partition, offset);
              if (until > deleted.getOrDefault(partition, 0L)) {
                over.put(partition, until);
              }
            });
    delete(over, PATIENCE);
    deleted.putAll(over);
  }

  /** Up to where the group has read each partition of the topic. */
  private Map<TopicPartition, Long> committed(Duration patience)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, Long> found = new HashMap<>();
    admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get(patience.toMillis(), TimeUnit.MILLISECONDS)
        .forEach(
            (partition, offset) -> {
              if (partition.topic().equals(topic) && offset != null) {
                found.put(partition, offset.offset());
              }
            });
    return found;
  }

  private void delete(Map<TopicPartition, Long> before, Duration patience)
      throws ExecutionException, TimeoutException, InterruptedException {
    if (!before.isEmpty()) {
      Map<TopicPartition, RecordsToDelete> records = new HashMap<>();
      before.forEach(
          (partition, offset) -> records.put(partition, RecordsToDelete.beforeOffset(offset)));
      admin.deleteRecords(records).all().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** The highest offset that was already committed {@code keep} ago, or 0. */
  private long deletableBefore(TopicPartition partition, long committed) {
    long now = System.nanoTime();
    Deque<Read> reads = history.computeIfAbsent(partition, p -> new ArrayDeque<>());
    if (reads.isEmpty() || reads.getLast().offset() != committed) {
      reads.add(new Read(now, committed));
    }
    long until = 0;
    while (!reads.isEmpty() && now - reads.getFirst().atNanos() >= keep.toNanos()) {
      until = reads.getFirst().offset();
      if (reads.size() == 1) {
        break;
      }
      reads.removeFirst();
    }
    return until;
  }

  /** Deletes what was read by now, however short ago; it takes a few seconds at the most. */
  @Override
  public void close() {
    timer.shutdownNow();
    if (task != null) {
      task.cancel(true);
      deleteTheRest();
    }
    admin.close(LAST_PATIENCE);
  }

  private void deleteTheRest() {
    try {
      delete(committed(LAST_PATIENCE), LAST_PATIENCE);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      LOG.warn("pictures on {} that were read stay until the next start: {}", topic, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
