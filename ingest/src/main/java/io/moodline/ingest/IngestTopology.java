package io.moodline.ingest;

import io.moodline.topics.Topics;
import java.time.Clock;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
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
   * Builds it.
   *
   * @param topics the catalogue
   * @param runners makes the runners of cameras
   */
  public static Topology build(Topics topics, CameraRunners runners, Clock clock) {
    Topology topology = new Topology();
    topology.addSource(
        AutoOffsetReset.earliest(),
        "cameras",
        topics.cameras().keys().deserializer(),
        topics.cameras().values().deserializer(),
        topics.cameras().name());
    topology.addSource(
        AutoOffsetReset.earliest(),
        "frame-outcomes",
        topics.frameOutcomes().keys().deserializer(),
        topics.frameOutcomes().values().deserializer(),
        topics.frameOutcomes().name());
    topology.addProcessor(
        SUPERVISOR, () -> new CameraSupervisor(runners, clock), "cameras", "frame-outcomes");
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(CameraSupervisor.CAMERAS),
            Serdes.String(),
            topics.cameras().values()),
        SUPERVISOR);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(CameraSupervisor.STATUSES),
            Serdes.String(),
            topics.cameraStatus().values()),
        SUPERVISOR);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CameraSupervisor.PROGRESS),
                Serdes.String(),
                Serdes.ByteArray())
            .withCachingEnabled(),
        SUPERVISOR);
    topology.addSink(
        "camera-status",
        topics.cameraStatus().name(),
        topics.cameraStatus().keys().serializer(),
        topics.cameraStatus().values().serializer(),
        SUPERVISOR);
    return topology;
  }
}
