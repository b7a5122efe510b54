package io.moodline.aggregator;

import io.moodline.aggregator.TrackOutput.Finished;
import io.moodline.aggregator.TrackOutput.Rejected;
import io.moodline.aggregator.state.StateSerdes;
import io.moodline.aggregator.state.TrendDelta;
import io.moodline.aggregator.state.TrendDeltaSerde;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Windows;
import io.moodline.aggregator.trend.Withholding;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Moment;
import io.moodline.schemas.Trend;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
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
            StoreNames.TRENDS,
            StoreNames.TREND_STATES,
            StoreNames.CLOCKS,
            StoreNames.CAMERA_STATUS);

    Withholding withholding = config.withholding();
    windows
        .filter((camera, window) -> window.trend() != null, Named.as("with-trend"))
        .map(
            (camera, window) ->
                KeyValue.pair(TrendKeys.of(window.trend()), withholding.of(window.trend())),
            Named.as("by-window"))
        .to(topics.trends().name(), sink(topics.trends(), "camera-trends-sink"));

    windows
        .filter((camera, window) -> window.delta() != null, Named.as("with-delta"))
        .flatMap((camera, window) -> bySite(window), Named.as("by-site"))
        .repartition(
            Repartitioned.<String, TrendDelta>as("trend-deltas")
                .withKeySerde(Serdes.String())
                .withValueSerde(new TrendDeltaSerde(topics.trends().values())))
        .process(
            () -> new SiteTrendsProcessor(config),
            Named.as("site-trends"),
            StoreNames.SITE_TRENDS,
            StoreNames.SITE_TREND_STATES)
        .mapValues(withholding::of, Named.as("withheld"))
        .to(topics.trends().name(), sink(topics.trends(), "site-trends-sink"));

    KStream<String, MomentInput> minutes =
        windows
            .filter((camera, window) -> isWatchedMinute(window.trend()), Named.as("minutes"))
            .mapValues(
                window ->
                    (MomentInput)
                        new ClosedWindow(withholding.of(window.trend()), null, window.site()),
                Named.as("minutes-for-moments"));

    KStream<String, Moment> moments =
        tracks
            .mapValues(output -> (MomentInput) output, Named.as("tracks-for-moments"))
            .merge(minutes, Named.as("for-moments"))
            .process(
                () -> new MomentsProcessor(config),
                Named.as("moments"),
                StoreNames.MOMENT_STATE,
                StoreNames.MOMENT_MINUTES,
                StoreNames.MOMENTS,
                StoreNames.MOMENT_AGES,
                StoreNames.CLOCKS,
                StoreNames.CAMERA_STATUS);
    moments.to(topics.moments().name(), sink(topics.moments(), "moments-sink"));

    builder.stream(topics.momentPhotos().name(), named(topics.momentPhotos(), "photos-source"))
        .process(
            () -> new PhotosProcessor(config),
            Named.as("photos"),
            StoreNames.MOMENT_PHOTOS,
            StoreNames.MOMENT_PHOTO_TIMES);

    return builder.build(settings);
  }

  /** Everything together is a site of its own; a camera that is not registered has no other. */
  private static List<KeyValue<String, TrendDelta>> bySite(ClosedWindow window) {
    KeyValue<String, TrendDelta> all = KeyValue.pair(TrendKeys.ALL, window.delta());
    return window.site() == null
        ? List.of(all)
        : List.of(KeyValue.pair(window.site(), window.delta()), all);
  }

  /** What is only known to have been down did not have nobody there. */
  private static boolean isWatchedMinute(Trend window) {
    return window != null && window.getWindowMs() == Windows.MINUTE && window.getFrames() > 0;
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
        .addStateStore(small(StoreNames.TREND_STATES, StateSerdes.scopeState()))
        .addStateStore(large(StoreNames.SITE_TRENDS, topics.trends().values()))
        .addStateStore(small(StoreNames.SITE_TREND_STATES, StateSerdes.scopeState()))
        .addStateStore(small(StoreNames.MOMENT_STATE, StateSerdes.moment()))
        .addStateStore(small(StoreNames.MOMENT_MINUTES, StateSerdes.minutes()))
        .addStateStore(large(StoreNames.MOMENTS, topics.moments().values()))
        .addStateStore(large(StoreNames.MOMENT_AGES, Serdes.Long()))
        .addStateStore(pictures(StoreNames.MOMENT_PHOTOS, topics.momentPhotos().values()))
        .addStateStore(small(StoreNames.MOMENT_PHOTO_TIMES, Serdes.Long()));
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

  /**
   * A store of pictures: on disk, without a cache. Its changelog takes large records, and forgets
   * what was deleted within about an hour.
   */
  private static <V> StoreBuilder<?> pictures(String name, Serde<V> values) {
    String hour = Long.toString(Duration.ofHours(1).toMillis());
    Map<String, String> changelog =
        Map.of(
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(Topic.MAX_RECORD_BYTES),
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(Duration.ofMinutes(10).toMillis()),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.01",
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            hour,
            TopicConfig.DELETE_RETENTION_MS_CONFIG,
            hour);
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withLoggingEnabled(changelog)
        .withCachingDisabled();
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
