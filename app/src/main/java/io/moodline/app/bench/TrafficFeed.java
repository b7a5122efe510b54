package io.moodline.app.bench;

import io.moodline.app.traffic.TrafficPlan;
import io.moodline.app.traffic.TrafficRecord;
import io.moodline.app.traffic.TrafficRecord.FrameEnd;
import io.moodline.app.traffic.TrafficRecord.Seen;
import io.moodline.app.traffic.TrafficRecord.Status;
import io.moodline.config.MoodlineConfig;
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

  private final Topics topics;
  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /** How much was written. */
  public record Fed(long events, long frames, long statuses) {}

  /**
   * @param config where Kafka is and what the topics are called
   */
  public TrafficFeed(MoodlineConfig config) {
    this.topics = config.topics();
    Map<String, Object> settings = new HashMap<>(config.kafkaSettings());
    settings.put(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Registers the plan's cameras, and returns when that is written. */
  public void register(TrafficPlan plan) {
    plan.registrations().forEach(camera -> send(topics.cameras(), camera.getId(), camera));
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
    long statuses = 0;
    while (records.hasNext()) {
      TrafficRecord record = records.next();
      if (record instanceof Seen seen) {
        send(topics.emotions(), record.cameraId(), seen.event());
        events++;
      } else if (record instanceof FrameEnd end) {
        send(topics.frameOutcomes(), record.cameraId(), end.outcome());
        frames++;
      } else if (record instanceof Status status) {
        send(topics.cameraStatus(), record.cameraId(), status.status());
        statuses++;
      }
    }
    flush();
    return new Fed(events, frames, statuses);
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
