package io.moodline.aggregator;

import io.moodline.aggregator.api.ApiServer;
import io.moodline.aggregator.api.StreamsStateReader;
import io.moodline.streams.StreamsService;
import io.moodline.streams.StreamsSettings;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The aggregator: its streams and its HTTP server, started and stopped together. */
public final class AggregatorService implements AutoCloseable {

  private static final String NAME = "aggregator";

  private final StreamsService streams;
  private final ApiServer server;

  private AggregatorService(StreamsService streams, ApiServer server) {
    this.streams = streams;
    this.server = server;
  }

  /**
   * Opens the HTTP server, which answers 503 until the streams run; {@link #start()} starts these.
   * The topics must exist by then.
   *
   * @throws IllegalStateException when the HTTP address cannot be listened on
   */
  public static AggregatorService create(AggregatorConfig config) {
    RocksDbMemory memory = new RocksDbMemory(config.getLong(AggregatorConfig.STORE_MEMORY_BYTES));
    Properties settings = settings(config, memory);
    KafkaCameraWriter writer = new KafkaCameraWriter(config);
    StreamsService streams =
        new StreamsService(
            NAME, AggregatorTopology.build(config, settings), settings, List.of(writer, memory));
    try {
      return new AggregatorService(
          streams,
          ApiServer.start(
              config,
              new StreamsStateReader(new KafkaStoreSource(streams.streams())),
              writer,
              Clock.systemUTC()));
    } catch (RuntimeException e) {
      streams.close();
      throw e;
    }
  }

  private static Properties settings(AggregatorConfig config, RocksDbMemory memory) {
    Properties p = StreamsSettings.of(config, NAME, config.getInt(AggregatorConfig.THREADS));
    p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.Setter.class);
    p.put(RocksDbMemory.KEY, memory);
    // Events are small, unlike the pictures that the shared settings are made for.
    p.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 1_000);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 1_000);
    // Changelogs carry capture times, and a camera's clock may run ahead of the broker's.
    p.put(
        StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG),
        Long.toString(Long.MAX_VALUE));
    config.kafkaSettings().forEach(p::put);
    return p;
  }

  /** Starts the streams and returns at once. */
  public void start() {
    streams.start();
  }

  /** The streams, to wait for. */
  public StreamsService streams() {
    return streams;
  }

  /** The port that the query API and the page listen on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    streams.close();
  }
}
