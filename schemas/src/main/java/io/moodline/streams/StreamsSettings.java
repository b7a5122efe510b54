package io.moodline.streams;

import io.moodline.config.MoodlineConfig;
import io.moodline.topics.Topic;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams that all services share. */
public final class StreamsSettings {

  private StreamsSettings() {}

  /**
   * Settings for one service. The caller may change them before it starts.
   *
   * @param config where Kafka is and what the service was told
   * @param service name of the service, such as {@code detector}
   * @param threads how many stream threads it runs
   */
  public static Properties of(MoodlineConfig config, String service, int threads) {
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(config, service));
    p.put(
        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    p.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir(service).toString());
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.getLong(MoodlineConfig.COMMIT_INTERVAL_MS));
    p.put(
        StreamsConfig.REPLICATION_FACTOR_CONFIG, config.getInt(MoodlineConfig.REPLICATION_FACTOR));
    p.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, EventTime.class);
    p.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);

    // What cannot be read, and what no processor foresaw, goes to the dead letters; life goes on.
    p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, ReadErrors.class);
    p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingErrors.class);
    p.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, WriteErrors.class);
    p.put(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
        config.topics().deadLetters().name());
    p.put(ErrorLetters.SECRET_TOPIC, config.topics().cameras().name());
    p.put(UnreadFrames.TOPICS, config.topics());
    p.put(UnreadFrames.STAGE, service);

    // Pictures are large: the defaults would hold 1000 of them a partition in memory.
    p.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 32);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 32);
    p.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        config.getInt(MoodlineConfig.SESSION_TIMEOUT_MS));
    p.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        config.getInt(MoodlineConfig.SESSION_TIMEOUT_MS) / 5);
    // What is written waits for nobody: each hop adds its linger to the latency.
    p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 2);
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topic.MAX_RECORD_BYTES);
    config.kafkaSettings().forEach(p::put);
    return p;
  }

  /** The application id, which is also the consumer group, of a service. */
  public static String applicationId(MoodlineConfig config, String service) {
    return config.getString(MoodlineConfig.TOPIC_PREFIX) + "-" + service;
  }
}
