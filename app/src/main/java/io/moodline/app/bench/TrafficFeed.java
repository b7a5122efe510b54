package io.moodline.app.bench;

import io.moodline.app.traffic.TrafficPlan;
import io.moodline.app.traffic.TrafficRecord;
import io.moodline.app.traffic.TrafficRecord.FrameEnd;
import io.moodline.app.traffic.TrafficRecord.Seen;
import io.moodline.app.traffic.TrafficRecord.Status;
import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FrameOutcome;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes made-up traffic to the topics, as ingest and the classifier would. Not thread-safe. */
public final class TrafficFeed implements AutoCloseable {

  private static final int BATCH_BYTES = 256 * 1024;
  private static final int LINGER_MS = 20;

  private final Topic<String, Camera> cameras;
  private final Topic<String, EmotionEvent> emotions;
  private final Topic<String, FrameOutcome> outcomes;
  private final Topic<String, CameraStatus> statuses;
  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /** How much was written. */
  public record Fed(long events, long frames, long statuses) {}

  /**
   * @param config where Kafka is and what the topics are called
   */
  public TrafficFeed(MoodlineConfig config) {
    Topics topics = config.topics();
    this.cameras = topics.cameras();
    this.emotions = topics.emotions();
    this.outcomes = topics.frameOutcomes();
    this.statuses = topics.cameraStatus();
    Map<String, Object> settings = new HashMap<>(config.kafkaSettings());
    settings.put(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    // A first batch that is refused, because its topic is so new that it has no leader yet, is sent
    // again. Had a later one been taken meanwhile, it would be out of order for ever.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Registers the plan's cameras, and returns when that is written. */
  public void register(TrafficPlan plan) {
    plan.registrations().forEach(camera -> send(cameras, camera.getId(), camera));
    flush();
  }

  /**
   * Writes all records, and returns when they are written.
   *
   * @throws IllegalStateException when one cannot be
   */
  public Fed feed(Iterator<TrafficRecord> records) {
    long events = 0;
    long frames = 0;
    long states = 0;
    while (records.hasNext()) {
      TrafficRecord record = records.next();
      if (record instanceof Seen seen) {
        send(emotions, record.cameraId(), seen.event());
        events++;
      } else if (record instanceof FrameEnd end) {
        send(outcomes, record.cameraId(), end.outcome());
        frames++;
      } else if (record instanceof Status status) {
        send(statuses, record.cameraId(), status.status());
        states++;
      }
    }
    flush();
    return new Fed(events, frames, states);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback is told.
  private <V> void send(Topic<String, V> topic, String key, V value) {
    byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
    producer.send(
        new ProducerRecord<>(topic.name(), key, bytes),
        (written, error) -> {
          if (error != null) {
            failure.compareAndSet(null, error);
          }
        });
  }

  private void flush() {
    producer.flush();
    if (failure.get() != null) {
      throw new IllegalStateException("traffic could not be written", failure.get());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
