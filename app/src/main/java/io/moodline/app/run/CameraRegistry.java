package io.moodline.app.run;

import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Camera;
import io.moodline.topics.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reads and writes the topic of registered cameras. Thread-safe. */
public final class CameraRegistry {

  private static final long PATIENCE_S = 15;

  private final MoodlineConfig config;
  private final Topic<String, Camera> topic;

  public CameraRegistry(MoodlineConfig config) {
    this.config = config;
    this.topic = config.topics().cameras();
  }

  /** All registered cameras, by id. */
  public Collection<Camera> list() {
    return Snapshot.latest(config, topic).values();
  }

  /** Registers cameras, or replaces those of the same ids. */
  public void put(Collection<Camera> cameras) {
    try (Producer<String, Camera> producer = producer()) {
      for (Camera camera : cameras) {
        send(producer, camera.getId(), camera);
      }
    }
  }

  /** Removes a camera; one that is not registered stays so. */
  public void remove(String id) {
    try (Producer<String, Camera> producer = producer()) {
      send(producer, id, null);
    }
  }

  private void send(Producer<String, Camera> producer, String id, Camera camera) {
    try {
      producer
          .send(new ProducerRecord<>(topic.name(), id, camera))
          .get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("cannot write camera " + id + " to " + topic.name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing camera " + id, e);
    }
  }

  private Producer<String, Camera> producer() {
    Map<String, Object> settings = new HashMap<>(config.kafkaSettings());
    settings.put(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TimeUnit.SECONDS.toMillis(PATIENCE_S));
    return new KafkaProducer<>(settings, topic.keys().serializer(), topic.values().serializer());
  }
}
