package io.moodline.aggregator;

import io.moodline.aggregator.stores.Stores;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentPhoto;
import io.moodline.schemas.Outcome;
import io.moodline.schemas.Trend;
import io.moodline.streams.EventTime;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology in a test driver, with a camera's frames put in as the classifier would. */
public final class Pipeline implements AutoCloseable {

  /** Where the test's wall clock begins. */
  public static final long WALL = 1_780_000_000_000L;

  public final TopologyTestDriver driver;
  public final TestInputTopic<String, EmotionEvent> emotions;
  public final TestInputTopic<String, FrameOutcome> outcomes;
  public final TestInputTopic<String, Camera> cameras;
  public final TestInputTopic<String, CameraStatus> statuses;
  public final TestInputTopic<String, MomentPhoto> photos;
  public final TestOutputTopic<String, FaceTimeline> timelines;
  public final TestOutputTopic<String, Trend> trends;
  public final TestOutputTopic<String, Moment> moments;
  public final TestOutputTopic<byte[], byte[]> deadLetters;
  private final Map<String, Long> sequences = new HashMap<>();
  private final Path state = temporary();

  public Pipeline(Map<String, ?> settings) {
    AggregatorConfig config = new AggregatorConfig(settings);
    Topics topics = config.topics();
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    p.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    p.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, EventTime.class);
    p.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
    this.driver =
        new TopologyTestDriver(AggregatorTopology.build(config, p), p, Instant.ofEpochMilli(WALL));
    this.emotions = in(topics.emotions());
    this.outcomes = in(topics.frameOutcomes());
    this.cameras = in(topics.cameras());
    this.statuses = in(topics.cameraStatus());
    this.photos = in(topics.momentPhotos());
    this.timelines = out(topics.faceTimelines());
    this.trends = out(topics.trends());
    this.moments = out(topics.moments());
    this.deadLetters = out(topics.deadLetters());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("aggregator-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <K, V> TestInputTopic<K, V> in(Topic<K, V> topic) {
    return driver.createInputTopic(
        topic.name(), topic.keys().serializer(), topic.values().serializer());
  }

  private <K, V> TestOutputTopic<K, V> out(Topic<K, V> topic) {
    return driver.createOutputTopic(
        topic.name(), topic.keys().deserializer(), topic.values().deserializer());
  }

  /** A classified frame: the faces' events, then the outcome. */
  public void frame(String camera, long session, long at, Map<String, double[]> faces) {
    long sequence = sequences.merge(camera + session, 1L, Long::sum) - 1;
    faces.forEach(
        (faceId, p) -> emotions.pipeInput(camera, Records.event(faceId, session, sequence, at, p)));
    outcomes.pipeInput(
        camera, Records.outcome(camera, session, sequence, at, Outcome.CLASSIFIED, faces.size()));
  }

  /** Wall-clock time goes on, a second at a time. */
  public void wait(Duration time) {
    for (long s = 0; s < time.toSeconds(); s++) {
      driver.advanceWallClockTime(Duration.ofSeconds(1));
    }
  }

  /** The stores, for a reader. */
  public Stores stores() {
    return new DriverStores(driver);
  }

  @Override
  public void close() {
    driver.close();
    try (Stream<Path> files = Files.walk(state)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
