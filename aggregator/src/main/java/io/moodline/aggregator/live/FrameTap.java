package io.moodline.aggregator.live;

import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Frame;
import io.moodline.topics.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest pictures of cameras that somebody watches. Pictures are read only while somebody asks
 * for them, from the partitions of these cameras, and lie in memory only. Thread-safe.
 */
public final class FrameTap implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FrameTap.class);
  private static final Duration WATCH = Duration.ofSeconds(15);
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long PAUSE_MS = 1_000;

  /** So many records before the end are read at the start, that of the camera among them. */
  private static final long LOOK_BACK = 8;

  private final MoodlineConfig config;
  private final Topic<String, Frame> frames;
  private final WatchedCameras cameras = new WatchedCameras(WATCH, FRESH, System::nanoTime);
  private Thread thread;
  private volatile boolean closed;

  public FrameTap(MoodlineConfig config) {
    this.config = config;
    this.frames = config.topics().frames();
  }

  /**
   * The latest picture of a camera, not older than ten seconds.
   *
   * @param patience how long to wait for one
   * @return completed exceptionally, by a timeout, when none comes
   */
  public CompletableFuture<LatestPicture> latest(String camera, Duration patience) {
    CompletableFuture<LatestPicture> asked = cameras.ask(camera);
    readOnThread();
    return asked.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void readOnThread() {
    if (thread == null && !closed) {
      thread = new Thread(this::readWhileWatched, "frame-tap");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void readWhileWatched() {
    while (isWatched()) {
      try (Consumer<byte[], byte[]> consumer = Tail.consumer(config)) {
        read(consumer);
      } catch (RuntimeException e) {
        LOG.warn("pictures stop for a second: {}", e.toString());
        pause();
      }
    }
  }

  /** False when nobody watches any more: then the next to ask starts another thread. */
  private synchronized boolean isWatched() {
    boolean watched = !closed && !cameras.watched().isEmpty();
    if (!watched) {
      thread = null;
    }
    return watched;
  }

  private void read(Consumer<byte[], byte[]> consumer) {
    int partitions = consumer.partitionsFor(frames.name()).size();
    Set<TopicPartition> assigned = Set.of();
    Set<String> watched = cameras.watched();
    while (!closed && !watched.isEmpty()) {
      assigned = assign(consumer, assigned, partitionsOf(watched, partitions));
      take(consumer, watched);
      watched = cameras.watched();
    }
  }

  /** Where a producer puts a camera's records. */
  private Set<TopicPartition> partitionsOf(Set<String> watched, int partitions) {
    Set<TopicPartition> found = new HashSet<>();
    for (String camera : watched) {
      byte[] key = camera.getBytes(StandardCharsets.UTF_8);
      int partition = BuiltInPartitioner.partitionForKey(key, partitions);
      found.add(new TopicPartition(frames.name(), partition));
    }
    return found;
  }

  private static Set<TopicPartition> assign(
      Consumer<byte[], byte[]> consumer, Set<TopicPartition> before, Set<TopicPartition> now) {
    if (!now.equals(before)) {
      consumer.assign(now);
      List<TopicPartition> fresh = now.stream().filter(p -> !before.contains(p)).toList();
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(fresh);
      consumer
          .endOffsets(fresh)
          .forEach((p, end) -> consumer.seek(p, Math.max(begins.get(p), end - LOOK_BACK)));
    }
    return now;
  }

  /** Only the last picture of each camera is worth decoding. */
  private void take(Consumer<byte[], byte[]> consumer, Set<String> watched) {
    Map<String, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      String camera = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
      if (watched.contains(camera)
          && record.value() != null
          && isFresh(record, System.currentTimeMillis())) {
        last.put(camera, record);
      }
    }
    last.forEach((camera, record) -> take(camera, record.value()));
  }

  /** What lies at the end of a topic may have been written long ago. */
  static boolean isFresh(ConsumerRecord<?, ?> record, long nowMs) {
    return nowMs - record.timestamp() <= FRESH.toMillis();
  }

  private void take(String camera, byte[] value) {
    try {
      Frame frame = frames.values().deserializer().deserialize(frames.name(), value);
      ByteBuffer image = frame.getImage().duplicate();
      byte[] jpeg = new byte[image.remaining()];
      image.get(jpeg);
      cameras.received(camera, frame.getCapturedAtMs(), jpeg);
    } catch (SerializationException e) {
      LOG.debug("a record of {} cannot be read", frames.name(), e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
