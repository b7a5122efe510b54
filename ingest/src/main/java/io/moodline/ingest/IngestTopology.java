package io.moodline.ingest;

import io.moodline.schemas.Camera;
import io.moodline.topics.Topics;
import java.time.Clock;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/**
 * The wiring of ingest.
 *
 * <pre>
 *   cameras ────────┐
 *                   ├─► camera-supervisor ─► camera-status
 *   frame-outcomes ─┘      │   stores: cameras, statuses, progress
 *                          └─ runners: decoder threads ─► frames, frame-outcomes (SHED)
 * </pre>
 *
 * Both topics are keyed by camera and have the same number of partitions, so one task sees all of a
 * camera; the instance that has the task decodes the camera.
 */
public final class IngestTopology {

  /** The stage's name. */
  public static final String STAGE = "ingest";

  static final String SUPERVISOR = "camera-supervisor";

  private IngestTopology() {}

  /**
   * Builds it. The registry's store has the topic {@code cameras} itself for its changelog, which
   * needs {@link #optimised()}: source addresses may hold credentials, and no other topic may.
   *
   * @param topics the catalogue
   * @param runners makes the runners of cameras
   */
  public static Topology build(Topics topics, CameraRunners runners, Clock clock) {
    StreamsBuilder builder = new StreamsBuilder();
    addStores(builder, topics);

    KStream<String, SpecificRecord> cameras =
        builder
            .table(
                topics.cameras().name(),
                topics.cameras().consumed().withName("cameras-source"),
                Materialized.<String, Camera>as(
                    Stores.inMemoryKeyValueStore(CameraSupervisor.CAMERAS)))
            .toStream(Named.as("camera-changes"))
            .mapValues((id, camera) -> camera, Named.as("cameras"));
    KStream<String, SpecificRecord> outcomes =
        builder.stream(
                topics.frameOutcomes().name(),
                topics.frameOutcomes().consumed().withName("frame-outcomes-source"))
            .mapValues((id, outcome) -> outcome, Named.as("frame-outcomes"));

    cameras
        .merge(outcomes, Named.as("by-camera"))
        .process(
            () -> new CameraSupervisor(runners, clock),
            Named.as(SUPERVISOR),
            CameraSupervisor.CAMERAS,
            CameraSupervisor.STATUSES,
            CameraSupervisor.PROGRESS)
        .to(
            topics.cameraStatus().name(),
            topics.cameraStatus().produced().withName("camera-status-sink"));
    return builder.build(optimised());
  }

  private static void addStores(StreamsBuilder builder, Topics topics) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(CameraSupervisor.STATUSES),
            Serdes.String(),
            topics.cameraStatus().values()));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CameraSupervisor.PROGRESS),
                Serdes.String(),
                Serdes.ByteArray())
            .withCachingEnabled());
  }

  private static Properties optimised() {
    Properties settings = new Properties();
    settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
    return settings;
  }
}
