package io.moodline.aggregator.photo;

import io.moodline.aggregator.api.NotReadyException;
import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Frame;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import io.moodline.schemas.MomentPhoto;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the frame of each group smile of the cameras that allow it. It reads frames only while some
 * camera does, holds the last seconds of these cameras in memory, and writes a frame when its
 * moment comes. A photo is a gift: where frames come faster than moments, as from a file, or are
 * gone after a restart, there is none.
 */
public final class PhotoKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PhotoKeeper.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);
  private static final long SPAN_MS = 15_000;

  /** A frame that has not come so long after its moment will not come. */
  private static final long WAIT_MS = 5_000;

  private record Waiting(Moment moment, long sinceMs) {}

  private final Topics topics;
  private final Supplier<Map<String, Long>> permissions;
  private final Consumer<byte[], byte[]> consumer;
  private final Producer<String, MomentPhoto> producer;
  private final FrameRing<Frame> ring;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "photo-keeper");
  private Map<String, Long> allowed = Map.of();
  private long lookedNs = System.nanoTime() - LOOK_AROUND.toNanos();
  private volatile boolean stopping;

  /**
   * @param maxBytes for the frames of all cameras together
   */
  PhotoKeeper(
      Topics topics,
      long maxBytes,
      Supplier<Map<String, Long>> permissions,
      Consumer<byte[], byte[]> consumer,
      Producer<String, MomentPhoto> producer) {
    this.topics = topics;
    this.ring = new FrameRing<>(SPAN_MS, maxBytes);
    this.permissions = permissions;
    this.consumer = consumer;
    this.producer = producer;
    thread.setDaemon(true);
  }

  /**
   * Starts.
   *
   * @param maxBytes for the frames of all cameras together
   * @param permissions ids of the cameras whose photos may be kept, and since when, epoch
   *     milliseconds; asked about once a second. It may throw {@link NotReadyException}: then
   *     nothing changes
   */
  public static PhotoKeeper start(
      MoodlineConfig config, long maxBytes, Supplier<Map<String, Long>> permissions) {
    PhotoKeeper keeper =
        new PhotoKeeper(
            config.topics(),
            maxBytes,
            permissions,
            PhotoClients.consumer(config),
            PhotoClients.producer(config));
    keeper.start();
    return keeper;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!stopping) {
        step();
      }
    } catch (WakeupException | InterruptException | InterruptedException e) {
      // Asked to stop.
    } finally {
      consumer.close();
      producer.close(CLOSE_PATIENCE);
    }
  }

  private void step() throws InterruptedException {
    try {
      lookAround();
      if (allowed.isEmpty()) {
        Thread.sleep(POLL.toMillis());
        return;
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        take(record);
      }
      keepWhatHasCome();
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warn("photos of moments wait for Kafka: {}", e.toString());
      Thread.sleep(LOOK_AROUND.toMillis());
    } catch (RuntimeException e) {
      LOG.error("photos of moments wait, as something is wrong", e);
      Thread.sleep(LOOK_AROUND.toMillis());
    }
  }

  private void lookAround() {
    if (System.nanoTime() - lookedNs < LOOK_AROUND.toNanos()) {
      return;
    }
    lookedNs = System.nanoTime();
    Map<String, Long> now;
    try {
      now = Map.copyOf(permissions.get());
    } catch (NotReadyException e) {
      return;
    }
    if (now.isEmpty() != allowed.isEmpty()) {
      if (now.isEmpty()) {
        consumer.unsubscribe();
        waiting.clear();
      } else {
        consumer.subscribe(
            List.of(topics.frames().name(), topics.moments().name()), new Assigned());
      }
    }
    // Who has withdrawn the permission and given it again since the last look leaves nothing.
    Set<String> still = new HashSet<>(now.keySet());
    still.removeIf(camera -> !now.get(camera).equals(allowed.get(camera)));
    allowed = now;
    ring.tidy(still, System.currentTimeMillis());
    waiting.removeIf(one -> !still.contains(one.moment().getCameraId()));
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    String camera = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    Long since = allowed.get(camera);
    if (since == null) {
      return;
    }
    long now = System.currentTimeMillis();
    if (record.topic().equals(topics.frames().name())) {
      read(topics.frames(), record)
          .filter(frame -> takenMs(frame, record) >= since)
          .ifPresent(
              frame ->
                  ring.add(
                      camera, frame.getCapturedAtMs(), frame.getImage().remaining(), frame, now));
    } else {
      read(topics.moments(), record)
          .filter(moment -> moment.getKind() == MomentKind.GROUP_SMILE)
          .filter(moment -> camera.equals(moment.getCameraId()))
          .ifPresent(moment -> waiting.add(new Waiting(moment, now)));
    }
  }

  /** When a frame was taken, to see whether that was allowed; a recording's, when it was read. */
  private static long takenMs(Frame frame, ConsumerRecord<byte[], byte[]> record) {
    return frame.getLive() ? frame.getCapturedAtMs() : record.timestamp();
  }

  /** What cannot be read, whatever the reason, has no photo; the others' go on. */
  private static <V> Optional<V> read(
      Topic<String, V> topic, ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.ofNullable(
          topic.values().deserializer().deserialize(record.topic(), record.value()));
    } catch (InterruptException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("a record of {} cannot be read: {}", record.topic(), e.toString());
      return Optional.empty();
    }
  }

  private void keepWhatHasCome() throws InterruptedException {
    long now = System.currentTimeMillis();
    boolean some = !waiting.isEmpty();
    for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
      Waiting one = all.next();
      Optional<Frame> frame = ring.find(one.moment().getCameraId(), one.moment().getUntilMs());
      if (frame.isPresent()) {
        keep(one.moment(), frame.get());
        all.remove();
      } else if (now - one.sinceMs() > WAIT_MS) {
        LOG.debug("{} has no photo: its frame is not at hand", one.moment().getId());
        all.remove();
      }
    }
    if (some && waiting.isEmpty()) {
      commitMoments();
    }
  }

  private void keep(Moment moment, Frame frame) throws InterruptedException {
    MomentPhoto photo =
        new MomentPhoto(
            moment.getId(),
            moment.getCameraId(),
            moment.getAtMs(),
            frame.getCapturedAtMs(),
            frame.getWidth(),
            frame.getHeight(),
            frame.getEncoding(),
            frame.getImage());
    try {
      producer
          .send(new ProducerRecord<>(topics.momentPhotos().name(), moment.getId(), photo))
          .get();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "the photo of " + moment.getId() + " cannot be written", e.getCause());
    }
  }

  private void commitMoments() {
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      if (partition.topic().equals(topics.moments().name())) {
        done.put(partition, new OffsetAndMetadata(consumer.position(partition)));
      }
    }
    consumer.commitSync(done);
  }

  private final class Assigned implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      waiting.clear();
    }

    /**
     * The frames of the last seconds are read again, since a moment may ask for one; so are the
     * moments, when nobody has read them yet.
     */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> known = consumer.committed(new HashSet<>(partitions));
      Map<TopicPartition, Long> since = new HashMap<>();
      for (TopicPartition partition : partitions) {
        if (known.get(partition) == null) {
          since.put(partition, System.currentTimeMillis() - SPAN_MS);
        }
      }
      Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(since);
      for (TopicPartition partition : since.keySet()) {
        OffsetAndTimestamp from = found.get(partition);
        if (from == null) {
          consumer.seekToEnd(Set.of(partition));
        } else {
          consumer.seek(partition, from.offset());
        }
      }
    }
  }

  @Override
  public void close() {
    stopping = true;
    consumer.wakeup();
    try {
      thread.join(CLOSE_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
