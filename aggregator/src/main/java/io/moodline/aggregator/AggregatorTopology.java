package io.moodline.aggregator;

import io.moodline.aggregator.TrackOutput.Finished;
import io.moodline.aggregator.TrackOutput.Rejected;
import io.moodline.aggregator.state.StateSerdes;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Windows;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Moment;
import io.moodline.schemas.Trend;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The aggregator's topology.
 *
 * <p>Emotions, frame outcomes and camera states of one camera lie in the same partition number of
 * their topics, so that one task sees all of a camera. Camera states are a table of that task
 * rather than a global one: exactly one task then says CAMERA_DOWN.
 */
public final class AggregatorTopology {

  private AggregatorTopology() {}

  /**
   * Builds it.
   *
   * @param settings Kafka Streams' settings, for optimisation; may be empty
   */
  public static Topology build(AggregatorConfig config, Properties settings) {
    Topics topics = config.topics();
    StreamsBuilder builder = new StreamsBuilder();
    addStores(builder, topics);

    builder.globalTable(
        topics.cameras().name(),
        named(topics.cameras(), "cameras-source"),
        Materialized.<String, Camera>as(inMemory(StoreNames.CAMERAS)));
    builder.table(
        topics.cameraStatus().name(),
        named(topics.cameraStatus(), "camera-status-source"),
        Materialized.<String, CameraStatus>as(inMemory(StoreNames.CAMERA_STATUS)));

    KStream<String, TrackOutput> tracks =
        records(builder, topics.emotions(), "emotions")
            .merge(
                records(builder, topics.frameOutcomes(), "frame-outcomes"), Named.as("by-camera"))
            .process(
                () -> new TimelinesProcessor(config),
                Named.as("timelines"),
                StoreNames.OPEN_TIMELINES,
                StoreNames.OPEN_SERIES,
                StoreNames.TIMELINES,
                StoreNames.CLOCKS,
                StoreNames.LEDGER,
                StoreNames.CAMERA_STATUS);

    tracks
        .filter((camera, output) -> output instanceof Finished, Named.as("finished"))
        .map(
            (camera, output) -> {
              Finished finished = (Finished) output;
              return KeyValue.pair(finished.timeline().getFaceId(), finished.timeline());
            },
            Named.as("by-face"))
        .to(topics.faceTimelines().name(), sink(topics.faceTimelines(), "face-timelines-sink"));

    tracks
        .filter((camera, output) -> output instanceof Rejected, Named.as("rejected"))
        .map(
            (camera, output) -> {
              Rejected rejected = (Rejected) output;
              return KeyValue.pair(rejected.key(), rejected.value());
            },
            Named.as("as-dead-letters"))
        .to(topics.deadLetters().name(), sink(topics.deadLetters(), "dead-letters-sink"));

    KStream<String, ClosedWindow> windows =
        tracks.process(
            () -> new CameraTrendsProcessor(config),
            Named.as("camera-trends"),
            StoreNames.OPEN_TRENDS,
            StoreNames.TRENDS);

    windows
        .map(
            (camera, window) -> KeyValue.pair(TrendKeys.of(window.trend()), window.trend()),
            Named.as("by-window"))
        .to(topics.trends().name(), sink(topics.trends(), "camera-trends-sink"));

    windows
        .filter((camera, window) -> window.site() != null, Named.as("with-site"))
        .map((camera, window) -> KeyValue.pair(window.site(), window.trend()), Named.as("by-site"))
        .repartition(
            Repartitioned.<String, Trend>as("trends-by-site")
                .withKeySerde(topics.trends().keys())
                .withValueSerde(topics.trends().values()))
        .process(
            () -> new SiteTrendsProcessor(config),
            Named.as("site-trends"),
            StoreNames.SITE_PARTS,
            StoreNames.SITE_TRENDS)
        .to(topics.trends().name(), sink(topics.trends(), "site-trends-sink"));

    KStream<String, MomentInput> minutes =
        windows
            .filter(
                (camera, window) ->
                    window.trend() != null && window.trend().getWindowMs() == Windows.MINUTE,
                Named.as("minutes"))
            .mapValues(window -> (MomentInput) window, Named.as("minutes-for-moments"));

    KStream<String, Moment> moments =
        tracks
            .mapValues(output -> (MomentInput) output, Named.as("tracks-for-moments"))
            .merge(minutes, Named.as("for-moments"))
            .process(
                () -> new MomentsProcessor(config),
                Named.as("moments"),
                StoreNames.MOMENT_STATE,
                StoreNames.MOMENTS,
                StoreNames.CLOCKS,
                StoreNames.CAMERA_STATUS);
    moments.to(topics.moments().name(), sink(topics.moments(), "moments-sink"));

    return builder.build(settings);
  }

  private static void addStores(StreamsBuilder builder, Topics topics) {
    builder
        .addStateStore(small(StoreNames.OPEN_TIMELINES, StateSerdes.openTrack()))
        .addStateStore(small(StoreNames.OPEN_SERIES, StateSerdes.seriesPoint()))
        .addStateStore(large(StoreNames.TIMELINES, topics.faceTimelines().values()))
        .addStateStore(small(StoreNames.CLOCKS, StateSerdes.clock()))
        .addStateStore(large(StoreNames.LEDGER, StateSerdes.ledger()))
        .addStateStore(small(StoreNames.OPEN_TRENDS, StateSerdes.openTrend()))
        .addStateStore(large(StoreNames.TRENDS, topics.trends().values()))
        .addStateStore(large(StoreNames.SITE_PARTS, topics.trends().values()))
        .addStateStore(large(StoreNames.SITE_TRENDS, topics.trends().values()))
        .addStateStore(small(StoreNames.MOMENT_STATE, StateSerdes.moment()))
        .addStateStore(large(StoreNames.MOMENTS, topics.moments().values()));
  }

  /** A store of what is going on now: in memory, and in its changelog. */
  private static <V> StoreBuilder<?> small(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(inMemory(name), Serdes.String(), values)
        .withCachingEnabled();
  }

  /** A store of what was: on disk, and in its changelog. */
  private static <V> StoreBuilder<?> large(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withCachingEnabled();
  }

  private static KeyValueBytesStoreSupplier inMemory(String name) {
    return Stores.inMemoryKeyValueStore(name);
  }

  private static <V extends SpecificRecord> KStream<String, SpecificRecord> records(
      StreamsBuilder builder, Topic<String, V> topic, String name) {
    return builder.stream(topic.name(), named(topic, name + "-source"))
        .mapValues(value -> value, Named.as(name));
  }

  private static <K, V> Consumed<K, V> named(Topic<K, V> topic, String name) {
    return topic.consumed().withName(name);
  }

  private static <K, V> Produced<K, V> sink(Topic<K, V> topic, String name) {
    return topic.produced().withName(name);
  }
}
