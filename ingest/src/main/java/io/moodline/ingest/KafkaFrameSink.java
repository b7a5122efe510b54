package io.moodline.ingest;

import io.moodline.ingest.camera.FrameSink;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.streams.FrameHeader;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends frames and outcomes with one idempotent producer for all cameras. While the brokers are
 * away it keeps trying for ever, and whoever sends more than its buffer holds waits. Thread-safe.
 */
final class KafkaFrameSink implements FrameSink {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaFrameSink.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);
  private static final int BUFFER_BYTES = 32 * 1024 * 1024;

  /** Several frames: what gathers while one request is under way goes with the next. */
  private static final int BATCH_BYTES = 256 * 1024;

  private final Producer<byte[], byte[]> producer;
  private final Topic<String, Frame> frames;
  private final Topic<String, FrameOutcome> outcomes;

  /**
   * @param producer closed with this
   */
  KafkaFrameSink(Producer<byte[], byte[]> producer, Topics topics) {
    this.producer = producer;
    this.frames = topics.frames();
    this.outcomes = topics.frameOutcomes();
  }

  static KafkaFrameSink open(IngestConfig config) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.getString(IngestConfig.BOOTSTRAP_SERVERS));
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none"); // A JPEG is compressed already.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    // With more than one under way, a first batch that a new partition refused is out of order once
    // the second has been taken; this producer never gives up, and would send it for ever.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
    settings.putAll(config.kafkaSettings());
    return new KafkaFrameSink(
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
        config.topics());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback is told.
  @Override
  public void send(Frame frame) {
    ProducerRecord<byte[], byte[]> record = record(frames, frame.getCameraId(), frame);
    record
        .headers()
        .add(
            new FrameHeader(frame.getSession(), frame.getSequence(), frame.getCapturedAtMs())
                .toHeader());
    producer.send(
        record,
        (metadata, error) -> {
          if (error != null) {
            refused(frame, error);
          }
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback is told.
  @Override
  public void send(FrameOutcome outcome) {
    producer.send(
        record(outcomes, outcome.getCameraId(), outcome),
        (metadata, error) -> {
          if (error != null) {
            LOG.error("{}: an outcome was not written", outcome.getCameraId(), error);
          }
        });
  }

  /** A frame too large for a record can never be sent; its outcome says so. */
  private void refused(Frame frame, Exception error) {
    LOG.error("{}: frame {} was not sent", frame.getCameraId(), frame.getSequence(), error);
    if (error instanceof RecordTooLargeException) {
      send(
          FrameOutcome.newBuilder()
              .setCameraId(frame.getCameraId())
              .setSession(frame.getSession())
              .setSequence(frame.getSequence())
              .setCapturedAtMs(frame.getCapturedAtMs())
              .setOutcome(Outcome.DEAD_LETTERED)
              .setStage(IngestTopology.STAGE)
              .setFaces(0)
              .setReason(
                  "the JPEG of %d bytes does not fit into a record of %d"
                      .formatted(frame.getImage().remaining(), Topic.MAX_RECORD_BYTES))
              .build());
    }
  }

  private static <V> ProducerRecord<byte[], byte[]> record(
      Topic<String, V> topic, String key, V value) {
    return new ProducerRecord<>(
        topic.name(),
        topic.keys().serializer().serialize(topic.name(), key),
        topic.values().serializer().serialize(topic.name(), value));
  }

  @Override
  public void close() {
    producer.close(CLOSE_PATIENCE);
  }
}
