package io.moodline.aggregator;

import io.javalin.http.HandlerType;
import io.moodline.aggregator.api.ApiParts;
import io.moodline.aggregator.api.ApiServer;
import io.moodline.aggregator.api.ApiServer.Route;
import io.moodline.aggregator.api.Photos;
import io.moodline.aggregator.api.SourceProbe;
import io.moodline.aggregator.api.StreamsStateReader;
import io.moodline.aggregator.photo.PhotoKeeper;
import io.moodline.aggregator.stores.Hosts;
import io.moodline.aggregator.stores.InternalSecret;
import io.moodline.aggregator.stores.StoreEndpoint;
import io.moodline.aggregator.stores.StoreService;
import io.moodline.aggregator.webhook.WebhookSettings;
import io.moodline.aggregator.webhook.Webhooks;
import io.moodline.streams.ReadRecordsPurger;
import io.moodline.streams.StreamsService;
import io.moodline.streams.StreamsSettings;
import io.moodline.streams.TopicCreator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The aggregator: its streams and its HTTP server, started and stopped together. */
public final class AggregatorService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AggregatorService.class);
  private static final String NAME = "aggregator";

  private final AggregatorConfig config;
  private final StreamsService streams;
  private final StoreService stores;
  private final ApiServer server;
  private final List<AutoCloseable> companions = new ArrayList<>();

  private AggregatorService(
      AggregatorConfig config, StreamsService streams, StoreService stores, ApiServer server) {
    this.config = config;
    this.streams = streams;
    this.stores = stores;
    this.server = server;
  }

  /**
   * Opens the HTTP server, which answers 503 until the streams run; {@link #start()} starts these.
   * The topics must exist by then.
   *
   * @param probe opens sources for a look
   * @throws IllegalStateException when the HTTP address cannot be listened on
   */
  public static AggregatorService create(AggregatorConfig config, SourceProbe probe) {
    String host = config.getString(AggregatorConfig.HTTP_HOST);
    int port = ApiServer.freePort(host, config.getInt(AggregatorConfig.HTTP_PORT));
    HostInfo here = config.advertised(port);
    RocksDbMemory memory = new RocksDbMemory(config.getLong(AggregatorConfig.STORE_MEMORY_BYTES));
    Properties settings = settings(config, memory, here);
    KafkaCameraWriter writer = new KafkaCameraWriter(config);
    StreamsService streams =
        new StreamsService(
            NAME, AggregatorTopology.build(config, settings), settings, List.of(writer, memory));
    StoreService stores =
        new StoreService(
            streams.streams(),
            here,
            new InternalSecret(config.getPassword(AggregatorConfig.INTERNAL_SECRET).value()));
    try {
      ApiParts parts =
          ApiParts.of(config, new StreamsStateReader(stores.stores()), writer, Clock.systemUTC())
              .withProbe(probe)
              .withInternal(
                  List.of(new Route(HandlerType.GET, StoreEndpoint.PATH, stores.endpoint())));
      return new AggregatorService(config, streams, stores, ApiServer.start(config, port, parts));
    } catch (RuntimeException e) {
      stores.close();
      streams.close();
      throw e;
    }
  }

  private static Properties settings(AggregatorConfig config, RocksDbMemory memory, HostInfo here) {
    Properties p = StreamsSettings.of(config, NAME, config.getInt(AggregatorConfig.THREADS));
    p.put(StreamsConfig.APPLICATION_SERVER_CONFIG, Hosts.text(here));
    p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.getInt(AggregatorConfig.STANDBYS));
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

  /** Starts the streams, and what works beside them, and returns at once. */
  public void start() {
    streams.start();
    WebhookSettings webhooks = config.webhooks();
    if (!webhooks.urls().isEmpty()) {
      companions.add(Webhooks.start(config, webhooks));
    }
    Photos photos = new Photos(new StreamsStateReader(stores.stores()));
    companions.add(PhotoKeeper.start(config, config.photoMemoryBytes(), photos::allowed));
    companions.add(startedPurger());
  }

  /** A photo that was stored leaves the topic as soon as any picture that was read. */
  private ReadRecordsPurger startedPurger() {
    ReadRecordsPurger purger =
        new ReadRecordsPurger(
            TopicCreator.admin(config),
            StreamsSettings.applicationId(config, NAME),
            config.topics().momentPhotos().name(),
            config.duration(AggregatorConfig.IMAGE_RETENTION_MS));
    purger.start();
    return purger;
  }

  /** The streams, to wait for. */
  public StreamsService streams() {
    return streams;
  }

  /** For tests in which an instance cannot be reached. */
  ApiServer server() {
    return server;
  }

  /** The port that the query API and the page listen on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    companions.forEach(AggregatorService::closeQuietly);
    stores.close();
    streams.close();
  }

  private static void closeQuietly(AutoCloseable companion) {
    try {
      companion.close();
    } catch (Exception e) {
      LOG.warn("could not close {}", companion, e);
    }
  }
}
