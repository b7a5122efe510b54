package io.moodline.detector;

import io.moodline.detector.tracking.CameraState;
import io.moodline.schemas.Frame;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.time.Clock;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Frames in; for each of them its faces, or what else became of it, out. */
public final class DetectorTopology {

  static final String FRAMES = "frames";
  static final String DETECT_AND_TRACK = "detect-and-track";
  static final String TRACKS = "tracks";
  static final String FACES = "faces";
  static final String FRAME_OUTCOMES = "frame-outcomes";
  static final String DEAD_LETTERS = "dead-letters";

  private DetectorTopology() {}

  /**
   * Describes the service.
   *
   * @param config which topics, how to follow faces, how old a live frame may be
   * @param finders opens a face finder for each partition that is worked on
   * @param clock tells how old a live frame is
   */
  public static Topology build(DetectorConfig config, FaceFinders finders, Clock clock) {
    Topics topics = config.topics();
    Topic<String, Frame> frames = topics.frames();
    FrameAnalysis analysis = new FrameAnalysis(config.tracker(), config.cropGeometry());
    Freshness freshness = new Freshness(config.maxFrameAge(), clock);
    SearchPace pace = new SearchPace(config.searchEvery(), freshness);

    Topology topology =
        new Topology()
            .addSource(
                FRAMES, frames.keys().deserializer(), frames.values().deserializer(), frames.name())
            .addProcessor(
                DETECT_AND_TRACK,
                () -> new DetectAndTrack(frames, finders, analysis, freshness, pace),
                FRAMES)
            .addStateStore(tracks(), DETECT_AND_TRACK);
    addSink(topology, FACES, topics.faces());
    addSink(topology, FRAME_OUTCOMES, topics.frameOutcomes());
    addSink(topology, DEAD_LETTERS, topics.deadLetters());
    return topology;
  }

  /** Small and read for every frame: kept in memory, restored from its changelog. */
  private static StoreBuilder<KeyValueStore<String, CameraState>> tracks() {
    return Stores.keyValueStoreBuilder(
        Stores.inMemoryKeyValueStore(TRACKS), Serdes.String(), new CameraStateSerde());
  }

  private static <K, V> void addSink(Topology topology, String name, Topic<K, V> topic) {
    topology.addSink(
        name,
        topic.name(),
        topic.keys().serializer(),
        topic.values().serializer(),
        DETECT_AND_TRACK);
  }
}
