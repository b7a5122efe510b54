package io.moodline.classifier;

import static io.moodline.classifier.Samples.CAPTURED_AT;
import static io.moodline.classifier.Samples.face;
import static io.moodline.classifier.Samples.frame;
import static io.moodline.classifier.Samples.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.Face;
import io.moodline.schemas.FrameFaces;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
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
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTopologyTest {

  /** The frames were taken as long ago as is just allowed. */
  private static final long NOW = CAPTURED_AT + 5000;

  @TempDir private Path stateDir;
  private final FakeModel model = new FakeModel();
  private TopologyTestDriver driver;
  private Topic<String, FrameFaces> facesTopic;
  private TestInputTopic<String, FrameFaces> faces;
  private TestOutputTopic<String, EmotionEvent> emotions;
  private TestOutputTopic<String, FrameOutcome> outcomes;
  private TestOutputTopic<byte[], byte[]> deadLetters;

  @BeforeEach
  void start() {
    ClassifierConfig config =
        new ClassifierConfig(Map.of(ClassifierConfig.STATE_DIR, stateDir.toString()));
    Topics topics = config.topics();
    Properties settings = StreamsSettings.of(config, ClassifierTopology.STAGE, config.threads());
    // Under exactly-once the driver forgets what Kafka's own handler sends to the dead letters: it
    // clears its producer before anything is committed.
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver =
        new TopologyTestDriver(
            ClassifierTopology.build(
                topics,
                () -> model,
                config.valenceWeights(),
                config.maxFrameAge(),
                Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC)),
            settings);
    facesTopic = topics.faces();
    faces =
        driver.createInputTopic(
            facesTopic.name(), facesTopic.keys().serializer(), facesTopic.values().serializer());
    emotions = output(topics.emotions());
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
  }

  @Test
  void aFaceBecomesAnEvent() {
    faces.pipeInput("door", frame(7, false, face("door:1:0", Emotion.HAPPINESS, null)));
    TestRecord<String, EmotionEvent> record = emotions.readRecord();
    assertThat(record.key()).isEqualTo("door");
    assertThat(record.timestamp()).isEqualTo(CAPTURED_AT);
    assertThat(record.value())
        .isEqualTo(
            EmotionEvent.newBuilder()
                .setFaceId("door:1:0")
                .setCameraId("door")
                .setSession(5)
                .setSequence(7)
                .setCapturedAtMs(CAPTURED_AT)
                .setClassifiedAtMs(NOW)
                .setFrameWidth(640)
                .setFrameHeight(360)
                .setBox(Samples.BOX)
                .setScore(0.9f)
                .setSharpness(100f)
                .setQualityReason(null)
                .setProbabilities(List.of(0f, 0.75f, 0.25f, 0f, 0f, 0f, 0f, 0f))
                .setDominant(Emotion.HAPPINESS)
                .setConfidence(0.75f)
                .setValence(0.8f) // 0.75 * 1 + 0.25 * 0.2
                .setModel("tiny")
                .setModelVersion("3")
                .build());
    assertThat(emotions.isEmpty()).isTrue();
    assertThat(outcomes.readValue()).isEqualTo(outcome(7, Outcome.CLASSIFIED, 1, null));
    assertThat(outcomes.isEmpty()).isTrue();
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void theFacesOfAFrameAreOneBatch() {
    faces.pipeInput(
        "door",
        frame(
            0,
            true,
            face("door:1:0", Emotion.ANGER, null),
            face("door:1:1", Emotion.NEUTRAL, null),
            face("door:1:2", Emotion.FEAR, null)));
    assertThat(model.batches()).containsExactly(3);
    assertThat(emotions.readValuesToList())
        .extracting(EmotionEvent::getFaceId, EmotionEvent::getDominant)
        .containsExactly(
            tuple("door:1:0", Emotion.ANGER),
            tuple("door:1:1", Emotion.NEUTRAL),
            tuple("door:1:2", Emotion.FEAR));
    assertThat(outcomes.readValuesToList())
        .containsExactly(outcome(0, Outcome.CLASSIFIED, 3, null));
  }

  @Test
  void aFrameWithoutFacesIsClassifiedToo() {
    faces.pipeInput("door", frame(0, false));
    assertThat(model.batches()).isEmpty();
    assertThat(emotions.isEmpty()).isTrue();
    assertThat(outcomes.readValuesToList())
        .containsExactly(outcome(0, Outcome.CLASSIFIED, 0, null));
  }

  @Test
  void facesOfLowQualityAreClassifiedAndMarked() {
    faces.pipeInput("door", frame(0, false, face("door:1:0", Emotion.SADNESS, "BLURRED")));
    assertThat(emotions.readValue().getQualityReason()).isEqualTo("BLURRED");
  }

  @Test
  void oldFramesOfLiveSourcesAreShed() {
    FrameFaces fresh = frame(0, true, face("door:1:0", Emotion.SADNESS, null));
    faces.pipeInput("door", fresh);
    faces.pipeInput("door", FrameFaces.newBuilder(fresh).setCapturedAtMs(CAPTURED_AT - 1).build());
    assertThat(emotions.readValuesToList()).hasSize(1);
    List<FrameOutcome> all = outcomes.readValuesToList();
    assertThat(all)
        .extracting(FrameOutcome::getOutcome)
        .containsExactly(Outcome.CLASSIFIED, Outcome.SHED);
    assertThat(all.get(1).getReason()).isEqualTo("older than 5000 ms");
    assertThat(all.get(1).getFaces()).isZero();
  }

  @Test
  void framesOfFilesAreNeverShed() {
    FrameFaces ancient =
        FrameFaces.newBuilder(frame(0, false, face("door:1:0", Emotion.SADNESS, null)))
            .setCapturedAtMs(1)
            .build();
    faces.pipeInput("door", ancient);
    assertThat(outcomes.readValue().getOutcome()).isEqualTo(Outcome.CLASSIFIED);
  }

  @Test
  void aFrameOnWhichTheModelFailsGoesToTheDeadLettersAndTheNextIsClassified() {
    Face broken =
        Face.newBuilder(face("door:1:0", Emotion.SADNESS, null))
            .setCrop(ByteBuffer.wrap(new byte[] {FakeModel.BROKEN, 0, 0, 0}))
            .build();
    Face good = face("door:1:1", Emotion.SADNESS, null);
    FrameFaces bad = frame(0, false, good, broken);
    faces.pipeInput("door", bad);
    faces.pipeInput("door", frame(1, false, good));

    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo("door");
    assertThat(facesTopic.values().deserializer().deserialize("t", letter.value())).isEqualTo(bad);
    assertThat(header(letter, DeadLetter.STAGE)).isEqualTo("classifier");
    assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo("moodline.faces");
    assertThat(header(letter, DeadLetter.MESSAGE)).isEqualTo("model tiny gave NaN for happy");
    assertThat(deadLetters.isEmpty()).isTrue();

    List<FrameOutcome> all = outcomes.readValuesToList();
    assertThat(all)
        .extracting(FrameOutcome::getOutcome)
        .containsExactly(Outcome.DEAD_LETTERED, Outcome.CLASSIFIED);
    assertThat(all.get(0).getReason()).contains("model tiny gave NaN for happy");
    assertThat(emotions.readValuesToList())
        .extracting(EmotionEvent::getSequence)
        .containsExactly(1L);
  }

  @Test
  void aCropOfTheWrongSizeGoesToTheDeadLetters() {
    Face wrong = Face.newBuilder(face("door:1:0", Emotion.SADNESS, null)).setCropWidth(3).build();
    faces.pipeInput("door", frame(0, false, wrong));
    assertThat(header(deadLetters.readRecord(), DeadLetter.MESSAGE))
        .isEqualTo(
            "face door:1:0: a crop of 3 x 2 pixels and 1 channel has 4 bytes, but must have 6");
    assertThat(outcomes.readValue().getOutcome()).isEqualTo(Outcome.DEAD_LETTERED);
  }

  @Test
  void bytesThatAreNoRecordGoToTheDeadLetters() {
    TestInputTopic<byte[], byte[]> raw =
        driver.createInputTopic(
            facesTopic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    byte[] rubbish = "rubbish".getBytes(StandardCharsets.UTF_8);
    raw.pipeInput("door".getBytes(StandardCharsets.UTF_8), rubbish);
    faces.pipeInput("door", frame(1, false));
    assertThat(deadLetters.readRecord().value()).isEqualTo(rubbish);
    assertThat(outcomes.readValuesToList()).hasSize(1);
  }

  private static Headers ofFrame(long sequence) {
    return new RecordHeaders().add(new FrameHeader(5, sequence, CAPTURED_AT).toHeader());
  }

  @Test
  void aFrameWhoseRecordCannotBeReadHasAnOutcome() {
    TestInputTopic<String, byte[]> raw =
        driver.createInputTopic(
            facesTopic.name(), new StringSerializer(), new ByteArraySerializer());
    byte[] rubbish = "rubbish".getBytes(StandardCharsets.UTF_8);
    raw.pipeInput(new TestRecord<>("door", rubbish, ofFrame(7)));
    faces.pipeInput("door", frame(8, false));
    assertThat(deadLetters.readRecord().value()).isEqualTo(rubbish);
    assertThat(outcomes.readValuesToList())
        .extracting(
            FrameOutcome::getOutcome,
            FrameOutcome::getCameraId,
            FrameOutcome::getSession,
            FrameOutcome::getSequence,
            FrameOutcome::getStage)
        .containsExactly(
            tuple(Outcome.DEAD_LETTERED, "door", 5L, 7L, "classifier"),
            tuple(Outcome.CLASSIFIED, "door", 5L, 8L, "classifier"));
  }

  @Test
  void whatIsKeptForDaysIsWithoutTheFramesHeader() {
    FrameFaces read = frame(7, false, face("door:1:0", Emotion.HAPPINESS, null));
    faces.pipeInput(new TestRecord<>("door", read, ofFrame(7)));
    assertThat(emotions.readRecord().headers()).isEmpty();
    assertThat(outcomes.readRecord().headers()).isEmpty();
  }

  @Test
  void aRecordWithoutAValueGoesToTheDeadLetters() {
    faces.pipeInput("door", null, NOW);
    assertThat(header(deadLetters.readRecord(), DeadLetter.MESSAGE))
        .isEqualTo("a record without a value");
    assertThat(outcomes.isEmpty()).isTrue();
  }

  @Test
  void theModelIsClosedWithTheProcessorAndOpenedWithTheNext() {
    driver.close();
    assertThat(model.closed()).isEqualTo(1);
    start();
    faces.pipeInput("door", frame(0, false, face("door:1:0", Emotion.SADNESS, null)));
    assertThat(emotions.readValuesToList()).hasSize(1);
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
