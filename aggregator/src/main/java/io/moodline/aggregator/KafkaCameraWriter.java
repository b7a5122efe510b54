package io.moodline.aggregator;

import io.moodline.aggregator.api.CameraWriter;
import io.moodline.aggregator.api.NotReadyException;
import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Camera;
import io.moodline.topics.Topic;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Writes the {@code cameras} topic. Thread-safe; whoever made it closes it. */
final class KafkaCameraWriter implements CameraWriter, AutoCloseable {

  private static final int PATIENCE_MS = 10_000;

  private final Topic<String, Camera> cameras;
  private final Producer<String, Camera> producer;

  KafkaCameraWriter(AggregatorConfig config) {
    this.cameras = config.topics().cameras();
    Properties p = new Properties();
    p.put(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    p.put(ProducerConfig.ACKS_CONFIG, "all");
    p.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    p.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    p.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2);
    p.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    p.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1024L * 1024);
    p.putAll(config.kafkaSettings());
    this.producer =
        new KafkaProducer<>(p, cameras.keys().serializer(), cameras.values().serializer());
  }

  @Override
  public void put(Camera camera) {
    send(new ProducerRecord<>(cameras.name(), camera.getId(), camera));
  }

  @Override
  public void remove(String cameraId) {
    send(new ProducerRecord<>(cameras.name(), cameraId, null));
  }

  private void send(ProducerRecord<String, Camera> record) {
    try {
      producer.send(record).get(2L * PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new NotReadyException("the camera registry cannot be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReadyException("interrupted while writing the camera registry", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
