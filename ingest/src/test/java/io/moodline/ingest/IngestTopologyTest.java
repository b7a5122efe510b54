package io.moodline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moodline.ingest.camera.CameraRunner;
import io.moodline.ingest.camera.FrameSink;
import io.moodline.ingest.camera.RunnerSettings;
import io.moodline.ingest.camera.SourceOpener;
import io.moodline.ingest.flow.Progress;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.serde.AvroSerdes;
import io.moodline.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTopologyTest {

  private static final RunnerSettings SETTINGS =
      new RunnerSettings(
          1280,
          85,
          4,
          4,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofMillis(10),
          Duration.ofMillis(20));

  @TempDir Path dir;

  private final Topics topics = new Topics("test", AvroSerdes.singleObject());
  private final List<Frame> frames = new CopyOnWriteArrayList<>();
  private final List<String> begun = new CopyOnWriteArrayList<>();
  private final List<CameraStatus> statuses = new ArrayList<>();
  private TopologyTestDriver driver;
  private TestInputTopic<String, Camera> cameras;
  private TestInputTopic<String, FrameOutcome> outcomes;
  private TestOutputTopic<String, CameraStatus> published;

  private final FrameSink sink =
      new FrameSink() {
        @Override
        public void send(Frame frame) {
          frames.add(frame);
        }

        @Override
        public void send(FrameOutcome outcome) {
          throw new AssertionError("a file is never shed");
        }

        @Override
        public void close() {
          frames.clear();
        }
      };

  @BeforeEach
  void start() {
    SourceOpener opener =
        request -> {
          if (request.source().equals("missing")) {
            throw SourceException.permanent("there is no file missing", null);
          }
          return new CountingSource(10);
        };
    CameraRunners runners =
        (Camera camera, Progress progress) -> {
          begun.add(camera.getId());
          return new CameraRunner(camera, progress, SETTINGS, opener, sink, Clock.systemUTC());
        };
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "ingest-test");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, dir.toString());
    driver =
        new TopologyTestDriver(IngestTopology.build(topics, runners, Clock.systemUTC()), settings);
    cameras =
        driver.createInputTopic(
            topics.cameras().name(),
            topics.cameras().keys().serializer(),
            topics.cameras().values().serializer());
    outcomes =
        driver.createInputTopic(
            topics.frameOutcomes().name(),
            topics.frameOutcomes().keys().serializer(),
            topics.frameOutcomes().values().serializer());
    published =
        driver.createOutputTopic(
            topics.cameraStatus().name(),
            topics.cameraStatus().keys().deserializer(),
            topics.cameraStatus().values().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private static Camera camera(String source, long updatedAtMs) {
    return Camera.newBuilder()
        .setId("door")
        .setSite("city")
        .setName("Door")
        .setSource(source)
        .setUpdatedAtMs(updatedAtMs)
        .build();
  }

  private void finish(Frame frame) {
    outcomes.pipeInput(
        "door",
        FrameOutcome.newBuilder()
            .setCameraId("door")
            .setSession(frame.getSession())
            .setSequence(frame.getSequence())
            .setCapturedAtMs(frame.getCapturedAtMs())
            .setOutcome(Outcome.CLASSIFIED)
            .setStage("classifier")
            .setFaces(0)
            .build());
  }

  private List<KeyValue<String, CameraStatus>> look() {
    driver.advanceWallClockTime(Duration.ofMillis(200));
    List<KeyValue<String, CameraStatus>> all = published.readKeyValuesToList();
    all.stream().filter(s -> s.value != null).forEach(s -> statuses.add(s.value));
    return all;
  }

  private CameraStatus awaitState(CameraState state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              look();
              return !statuses.isEmpty() && last().getState() == state;
            });
    return last();
  }

  private CameraStatus last() {
    return statuses.get(statuses.size() - 1);
  }

  @Test
  void aFileGoesAtThePaceOfItsOutcomesAndEnds() {
    cameras.pipeInput("door", camera("file", 1));
    await().until(() -> frames.size() == 4);
    int finished = 0;
    while (finished < 10) {
      int next = finished;
      await().atMost(Duration.ofSeconds(20)).until(() -> frames.size() > next);
      look();
      finish(frames.get(finished++));
    }
    CameraStatus ended = awaitState(CameraState.ENDED);
    await()
        .until(
            () -> {
              look();
              return last().getFinished() == 10;
            });
    assertThat(ended.getCaptured()).isEqualTo(10);
    assertThat(statuses)
        .extracting(CameraStatus::getState)
        .as("the first look may come when it is open already")
        .isSubsetOf(CameraState.CONNECTING, CameraState.STREAMING, CameraState.ENDED)
        .contains(CameraState.STREAMING)
        .endsWith(CameraState.ENDED);
  }

  @Test
  void whatCannotWorkFailsWithItsReason() {
    cameras.pipeInput("door", camera("missing", 1));
    CameraStatus failed = awaitState(CameraState.FAILED);
    assertThat(failed.getReason()).isEqualTo("there is no file missing");
  }

  @Test
  void aNewerRecordBeginsANewSessionAndAnOldOneReadAgainDoesNot() {
    cameras.pipeInput("door", camera("missing", 1));
    long first = awaitState(CameraState.FAILED).getSession();
    cameras.pipeInput("door", camera("missing", 1));
    assertThat(begun).hasSize(1);
    cameras.pipeInput("door", camera("missing", 2));
    assertThat(begun).hasSize(2);
    assertThat(awaitState(CameraState.FAILED).getSession()).isGreaterThan(first);
  }

  @Test
  void aRemovedCamerasStatusGoesWithIt() {
    cameras.pipeInput("door", camera("missing", 1));
    awaitState(CameraState.FAILED);
    cameras.pipeInput("door", (Camera) null);
    assertThat(look()).contains(KeyValue.pair("door", null));
  }

  @Test
  void anOutcomeThatComesFirstAfterARestartIsNotMissed() {
    long session = 1_700_000_000_000L;
    driver
        .<String, Camera>getTimestampedKeyValueStore("cameras")
        .put("door", ValueAndTimestamp.make(camera("file", 1), 1));
    driver
        .<String, CameraStatus>getKeyValueStore("statuses")
        .put(
            "door",
            CameraStatus.newBuilder()
                .setCameraId("door")
                .setState(CameraState.STREAMING)
                .setSinceMs(1)
                .setUpdatedAtMs(1)
                .setSession(session)
                .setCameraUpdatedAtMs(1)
                .setCaptured(2)
                .setShed(0)
                .setFinished(0)
                .setReconnects(0)
                .setFps(0)
                .setWidth(1)
                .setHeight(1)
                .setDurationMs(400)
                .build());
    driver
        .<String, byte[]>getKeyValueStore("progress")
        .put("door", Progress.begin(session).toBytes());
    outcomes.pipeInput(
        "door",
        FrameOutcome.newBuilder()
            .setCameraId("door")
            .setSession(session)
            .setSequence(0)
            .setCapturedAtMs(session)
            .setOutcome(Outcome.CLASSIFIED)
            .setStage("classifier")
            .setFaces(0)
            .build());
    await()
        .until(
            () -> {
              look();
              return !statuses.isEmpty() && last().getFinished() == 1;
            });
    assertThat(last().getSession()).isEqualTo(session);
  }

  @Test
  void sourceAddressesReachNoTopicButTheRegistry() {
    cameras.pipeInput("door", camera("missing-rtsp://user:secret@host/x", 1));
    look();
    List<String> written =
        driver.producedTopicNames().stream()
            .filter(topic -> !topic.equals(topics.cameraStatus().name()))
            .filter(topic -> !topic.endsWith("-statuses-changelog"))
            .filter(topic -> !topic.endsWith("-progress-changelog"))
            .toList();
    assertThat(written).isEmpty();
  }

  @Test
  void aDisabledCameraIsNotDecoded() {
    Camera disabled = Camera.newBuilder(camera("file", 1)).setEnabled(false).build();
    cameras.pipeInput("door", disabled);
    awaitState(CameraState.DISABLED);
    assertThat(begun).isEmpty();
  }

  /** Pictures without content, as many as asked for. */
  private static final class CountingSource implements FrameSource {

    private final int pictures;
    private int index = -1;

    CountingSource(int pictures) {
      this.pictures = pictures;
    }

    @Override
    public boolean live() {
      return false;
    }

    @Override
    public long durationMs() {
      return pictures * 40L;
    }

    @Override
    public boolean grab() {
      return ++index < pictures;
    }

    @Override
    public long positionMs() {
      return index * 40L;
    }

    @Override
    public EncodedPicture encode() {
      return new EncodedPicture(1, 1, new byte[] {1});
    }

    @Override
    public void close() {
      index = pictures;
    }
  }
}
