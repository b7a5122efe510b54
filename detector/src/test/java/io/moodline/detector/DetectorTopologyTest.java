package io.moodline.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.moodline.detector.tracking.CameraState;
import io.moodline.detector.tracking.CameraStateCodec;
import io.moodline.schemas.Corner;
import io.moodline.schemas.DetectionSettings;
import io.moodline.schemas.Face;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameFaces;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.schemas.Zone;
import io.moodline.streams.DeadLetter;
import io.moodline.streams.FrameHeader;
import io.moodline.streams.StreamsSettings;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorTopologyTest {

  private static final long NOW = 1_700_000_000_000L;
  private static final long SESSION = NOW - 60_000;
  private static final String CAMERA = "cam-1";

  @TempDir Path stateDir;
  private final AtomicInteger openFinders = new AtomicInteger();
  private DetectorConfig config;
  private TopologyTestDriver driver;
  private TestInputTopic<String, Frame> frames;
  private TestOutputTopic<String, FrameFaces> faces;
  private TestOutputTopic<String, FrameOutcome> outcomes;
  private TestOutputTopic<byte[], byte[]> deadLetters;

  @BeforeEach
  void start() {
    config = new DetectorConfig(Map.of(DetectorConfig.STATE_DIR, stateDir.toString()));
    driver =
        new TopologyTestDriver(
            DetectorTopology.build(
                config,
                new FaceFinders(
                    "fake",
                    Map.of(
                        "fake",
                        () -> new FakeFinder(openFinders),
                        "haar",
                        () -> new FakeFinder(openFinders))),
                Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC)),
            StreamsSettings.of(config, "detector", 1));
    Topics topics = config.topics();
    frames =
        driver.createInputTopic(
            topics.frames().name(),
            topics.frames().keys().serializer(),
            topics.frames().values().serializer());
    faces = output(topics.faces());
    outcomes = output(topics.frameOutcomes());
    deadLetters = output(topics.deadLetters());
  }

  private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
    return driver.createOutputTopic(
        topic.name(), topic.keys().deserializer(), topic.values().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
    assertThat(openFinders).as("finders left open").hasValue(0);
  }

  private static Frame.Builder frame(long session, long sequence, String picture) {
    return Frame.newBuilder()
        .setCameraId(CAMERA)
        .setSession(session)
        .setSequence(sequence)
        .setCapturedAtMs(NOW - 1000 + 100 * sequence)
        .setLive(true)
        .setWidth(640)
        .setHeight(360)
        .setEncoding("image/jpeg")
        .setImage(ByteBuffer.wrap(picture.getBytes(StandardCharsets.UTF_8)));
  }

  private void send(Frame.Builder frame) {
    Frame built = frame.build();
    frames.pipeInput(built.getCameraId(), built, built.getCapturedAtMs());
  }

  private void send(long sequence, String picture) {
    send(frame(SESSION, sequence, picture));
  }

  private List<String> shownIds() {
    return faces.readValue().getFaces().stream().map(Face::getFaceId).toList();
  }

  private static String text(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void everyFrameGivesAllItsFaces() {
    send(0, "100,100 300,100");

    TestRecord<String, FrameFaces> record = faces.readRecord();
    FrameFaces found = record.value();
    assertThat(record.key()).isEqualTo(CAMERA);
    assertThat(record.timestamp()).isEqualTo(NOW - 1000);
    assertThat(found.getSession()).isEqualTo(SESSION);
    assertThat(found.getSequence()).isZero();
    assertThat(found.getDetector()).isEqualTo("fake");
    assertThat(found.getFaces())
        .extracting(Face::getFaceId, face -> face.getBox().getX1(), Face::getCropWidth)
        .containsExactly(
            tuple("cam-1:" + (NOW - 1000) + ":0", 80f, 48),
            tuple("cam-1:" + (NOW - 1000) + ":1", 280f, 48));
    assertThat(found.getFaces().get(0).getQuality().getReason()).isEqualTo("BLURRED");
    assertThat(found.getFaces().get(0).getQuality().getYawDegrees()).isEqualTo(-12.5f);
    assertThat(found.getFaces().get(0).getQuality().getRollDegrees()).isNull();
    assertThat(found.getFaces().get(0).getCrop().remaining()).isEqualTo(48 * 48);
    assertThat(outcomes.isEmpty()).isTrue();
  }

  @Test
  void nobodyIsAResult() {
    send(0, "");

    assertThat(faces.readValue().getFaces()).isEmpty();
  }

  @Test
  void aCameraMayAskForItsDetector() {
    send(frame(SESSION, 0, "").setDetection(detection("haar")));
    send(frame(SESSION, 1, "").setDetection(detection("yunet")));
    send(frame(SESSION, 2, "").setDetection(null));

    assertThat(faces.readValuesToList())
        .as("haar is there, yunet is not")
        .extracting(FrameFaces::getDetector)
        .containsExactly("haar", "fake", "fake");
    assertThat(openFinders).hasValue(2);
  }

  private static DetectionSettings detection(String detector) {
    return new DetectionSettings(detector, null, null, null, List.of(), List.of());
  }

  @Test
  void inFramesThatAreNotSearchedFacesAreCarriedOn() {
    DetectionSettings everySecond =
        new DetectionSettings(null, null, null, 2, List.of(), List.of());
    send(frame(SESSION, 0, "100,100").setDetection(everySecond));
    send(frame(SESSION, 1, "300,100").setDetection(everySecond));
    send(frame(SESSION, 2, "104,100 300,100").setDetection(everySecond));

    String first = "cam-1:" + (NOW - 1000) + ":0";
    assertThat(faces.readValue().getFaces())
        .extracting(Face::getFaceId, Face::getCarried)
        .containsExactly(tuple(first, false));
    assertThat(faces.readValue().getFaces())
        .as("nobody looked, so the face that came is not there yet")
        .extracting(Face::getFaceId, Face::getCarried)
        .containsExactly(tuple(first, true));
    assertThat(shownIds()).containsExactly(first, "cam-1:" + (NOW - 800) + ":0");
  }

  @Test
  void aCarriedFaceLeavesWithItsZone() {
    Zone left =
        new Zone(
            "left",
            List.of(
                new Corner(0.0, 0.0),
                new Corner(0.5, 0.0),
                new Corner(0.5, 1.0),
                new Corner(0.0, 1.0)));
    DetectionSettings leftHalf =
        new DetectionSettings(null, null, null, 2, List.of(left), List.of());
    send(frame(SESSION, 0, "280,100").setDetection(leftHalf));
    send(frame(SESSION, 1, "").setDetection(leftHalf));
    send(frame(SESSION, 2, "316,100").setDetection(leftHalf));
    send(frame(SESSION, 3, "").setDetection(leftHalf));

    assertThat(faces.readValuesToList())
        .as("it walks 18 pixels a frame, and the zone ends at 320")
        .extracting(found -> found.getFaces().size())
        .containsExactly(1, 1, 1, 0);
  }

  @Test
  void facesKeepTheirIds() {
    send(0, "100,100");
    send(1, "300,100 104,100");

    String first = "cam-1:" + (NOW - 1000) + ":0";
    assertThat(shownIds()).containsExactly(first);
    assertThat(shownIds()).containsExactly(first, "cam-1:" + (NOW - 900) + ":0");
  }

  @Test
  void idsGoOnAfterARestart() {
    send(0, "100,100");
    CameraState stored = states().get(CAMERA);
    String id = shownIds().get(0);
    driver.close();

    start();
    states().put(CAMERA, stored);
    send(0, "100,100");
    send(1, "104,100");

    assertThat(shownIds()).containsExactly(id);
    assertThat(faces.isEmpty()).isTrue();
  }

  private KeyValueStore<String, CameraState> states() {
    return driver.getKeyValueStore(DetectorTopology.TRACKS);
  }

  @Test
  void theStateHasAChangelog() {
    send(0, "100,100");

    assertThat(driver.producedTopicNames()).contains("moodline-detector-tracks-changelog");
    assertThat(CameraStateCodec.encode(states().get(CAMERA)).length).isLessThan(300);
  }

  @Test
  void aDuplicateLeavesNoTrace() {
    send(0, "100,100");
    send(0, "100,100");

    assertThat(faces.readValuesToList()).hasSize(1);
    assertThat(outcomes.isEmpty()).isTrue();
  }

  @Test
  void aNewSessionForgetsTheFaces() {
    send(0, "100,100");
    send(frame(SESSION + 1, 0, "100,100").setCapturedAtMs(NOW - 950));

    assertThat(shownIds()).containsExactly("cam-1:" + (NOW - 1000) + ":0");
    assertThat(shownIds()).containsExactly("cam-1:" + (NOW - 950) + ":0");
  }

  @Test
  void framesOfAnOlderSessionAreShed() {
    send(frame(SESSION + 1, 0, ""));
    send(frame(SESSION, 4, "100,100"));
    send(frame(SESSION, 4, "100,100"));

    assertThat(faces.readValuesToList()).hasSize(1);
    assertThat(outcomes.readValuesToList())
        .extracting(FrameOutcome::getOutcome, FrameOutcome::getStage, FrameOutcome::getSequence)
        .containsExactly(tuple(Outcome.SHED, "detector", 4L));
  }

  @Test
  void oldLiveFramesAreShedAndOldFramesOfFilesAreNot() {
    send(frame(SESSION, 0, "").setCapturedAtMs(NOW - 2001));
    send(frame(SESSION, 1, "").setCapturedAtMs(NOW - 2000));
    send(frame(SESSION, 0, "").setCameraId("file").setCapturedAtMs(NOW - 5_000_000).setLive(false));

    FrameOutcome shed = outcomes.readValue();
    assertThat(shed.getOutcome()).isEqualTo(Outcome.SHED);
    assertThat(shed.getReason()).isEqualTo("captured 2001 ms ago, allowed are 2000");
    assertThat(outcomes.isEmpty()).isTrue();
    assertThat(faces.readValuesToList())
        .extracting(FrameFaces::getCameraId)
        .containsExactly(CAMERA, "file");
  }

  /** For the classifier, should it not be able to read the faces. */
  @Test
  void facesTellOfWhichFrameTheyAreAsTheFrameDid() {
    Header header = new FrameHeader(SESSION, 0, NOW - 1000).toHeader();
    frames.pipeInput(
        new TestRecord<>(
            CAMERA, frame(SESSION, 0, "100,100").build(), new RecordHeaders().add(header)));
    assertThat(faces.readRecord().headers()).containsExactly(header);
  }

  @Test
  void aBadPictureIsADeadLetterAndTheStreamGoesOn() {
    send(0, "100,100");
    send(1, "bad");
    send(2, "bug");
    send(frame(SESSION, 3, "100,100").setEncoding("image/png"));
    send(4, "104,100");

    assertThat(outcomes.readValuesToList())
        .extracting(FrameOutcome::getOutcome, FrameOutcome::getSequence, FrameOutcome::getReason)
        .containsExactly(
            tuple(Outcome.DEAD_LETTERED, 1L, "a truncated JPEG"),
            tuple(Outcome.DEAD_LETTERED, 2L, "native trouble"),
            tuple(
                Outcome.DEAD_LETTERED,
                3L,
                "encoded as \"image/png\", but only image/jpeg is read"));
    List<TestRecord<byte[], byte[]>> dead = deadLetters.readRecordsToList();
    assertThat(dead).hasSize(3);
    assertThat(text(dead.get(0).headers(), DeadLetter.STAGE)).isEqualTo("detector");
    assertThat(text(dead.get(0).headers(), DeadLetter.MESSAGE)).isEqualTo("a truncated JPEG");
    assertThat(new String(dead.get(0).key(), StandardCharsets.UTF_8)).isEqualTo(CAMERA);
    Topic<String, Frame> topic = config.topics().frames();
    assertThat(topic.values().deserializer().deserialize(topic.name(), dead.get(0).value()))
        .isEqualTo(frame(SESSION, 1, "bad").build());
    String first = "cam-1:" + (NOW - 1000) + ":0";
    assertThat(shownIds()).containsExactly(first);
    assertThat(shownIds()).containsExactly(first);
  }

  @Test
  void aDeadFrameThatComesAgainIsADuplicate() {
    send(0, "bad");
    send(0, "bad");

    assertThat(outcomes.readValuesToList()).hasSize(1);
    assertThat(deadLetters.readValuesToList()).hasSize(1);
  }

  @Test
  void aFrameBackInTimeIsADeadLetter() {
    send(0, "100,100");
    send(frame(SESSION, 1, "100,100").setCapturedAtMs(NOW - 1000));

    assertThat(outcomes.readValue().getReason()).contains("capture times must increase");
  }

  @Test
  void aFrameUnderAnotherCamerasKeyIsADeadLetter() {
    Frame frame = frame(SESSION, 0, "100,100").build();
    frames.pipeInput("cam-2", frame, NOW);
    frames.pipeInput(null, frame, NOW);
    frames.pipeInput("cam-2", null, NOW);

    assertThat(deadLetters.readValuesToList()).hasSize(3);
    assertThat(faces.isEmpty()).isTrue();
  }

  @Test
  void aStateOfANewerProgramIsRefusedByName() {
    byte[] newer = CameraStateCodec.encode(CameraState.empty());
    newer[0] = 9;

    assertThatThrownBy(() -> new CameraStateSerde().deserializer().deserialize("log", newer))
        .hasMessageContaining("version 9")
        .hasMessageContaining("(in log)");
  }
}
