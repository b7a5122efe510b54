package io.moodline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of records that cannot be read or processed, with the settings of all services. */
class ErrorsTest {

  private static final String PASSWORD = "geheim-42";
  private static final String SOURCE = "rtsp://admin:" + PASSWORD + "@10.0.0.7/live";

  @TempDir Path folder;

  private TopologyTestDriver driver;
  private TestOutputTopic<byte[], byte[]> deadLetters;

  @AfterEach
  void close() {
    if (driver != null) {
      driver.close();
    }
  }

  private MoodlineConfig config(String registry) {
    return new TestConfig(
        Map.of(
            MoodlineConfig.STATE_DIR,
            folder.toString(),
            MoodlineConfig.SCHEMA_REGISTRY_URL,
            registry));
  }

  /** Starts a topology that shows each value of a topic to a reader; returns where bytes go in. */
  private <V> TestInputTopic<String, byte[]> reading(
      MoodlineConfig config, Topic<String, V> topic, Consumer<V> reader) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topic.name(), topic.consumed()).foreach((id, value) -> reader.accept(value));
    Properties settings = StreamsSettings.of(config, "test", 1);
    // As ingest has it; the driver loses what is written in a transaction before any processing.
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(builder.build(), settings);
    deadLetters =
        driver.createOutputTopic(
            config.topics().deadLetters().name(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    return driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
  }

  private static Camera camera() {
    return Camera.newBuilder()
        .setId("door")
        .setSite("north")
        .setName("Door")
        .setSource(SOURCE)
        .setUpdatedAtMs(1)
        .build();
  }

  private static CameraStatus status() {
    return CameraStatus.newBuilder()
        .setCameraId("door")
        .setState(CameraState.STREAMING)
        .setSinceMs(1)
        .setUpdatedAtMs(1)
        .setReason(null)
        .setSession(1)
        .setCameraUpdatedAtMs(1)
        .setCaptured(0)
        .setShed(0)
        .setFinished(0)
        .setReconnects(0)
        .setFps(5)
        .setWidth(1280)
        .setHeight(720)
        .build();
  }

  private static <V> byte[] bytes(Topic<String, V> topic, V value) {
    return topic.values().serializer().serialize(topic.name(), value);
  }

  private static String headers(TestRecord<byte[], byte[]> letter) {
    return StreamSupport.stream(letter.headers().spliterator(), false)
        .map(header -> header.key() + "=" + new String(value(header), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  private static byte[] value(Header header) {
    return header.value() == null ? new byte[0] : header.value();
  }

  @Test
  void whatCannotBeReadIsADeadLetterAsItWas() {
    MoodlineConfig config = config("");
    Topic<String, CameraStatus> topic = config.topics().cameraStatus();
    byte[] broken = {1, 2, 3};
    reading(config, topic, status -> {}).pipeInput("door", broken);
    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(letter.value()).isEqualTo(broken);
    assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo("door");
    assertThat(headers(letter))
        .contains(DeadLetter.TOPIC + "=" + topic.name())
        .contains("not a readable CameraStatus");
  }

  @Test
  void aBrokenCameraLeavesItsPasswordWhereItIs() {
    MoodlineConfig config = config("");
    Topic<String, Camera> topic = config.topics().cameras();
    byte[] whole = bytes(topic, camera());
    byte[] broken = Arrays.copyOf(whole, whole.length - 5);
    assertThat(new String(broken, StandardCharsets.UTF_8)).contains(PASSWORD);
    reading(config, topic, camera -> {}).pipeInput("door", broken);
    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(letter.value()).isNull();
    assertThat(headers(letter))
        .contains(DeadLetter.TOPIC + "=" + topic.name())
        .contains(DeadLetter.OFFSET + "=0")
        .contains("not a readable Camera")
        .doesNotContain(PASSWORD);
  }

  @Test
  void soDoesOneThatAServiceFailsOn() {
    MoodlineConfig config = config("");
    Topic<String, Camera> topic = config.topics().cameras();
    Consumer<Camera> failing =
        camera -> {
          throw new IllegalStateException("cannot open " + camera.getSource());
        };
    reading(config, topic, failing).pipeInput("door", bytes(topic, camera()));
    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(letter.value()).isNull();
    assertThat(headers(letter))
        .contains("cannot open rtsp://***@10.0.0.7/live")
        .doesNotContain(PASSWORD);
  }

  /** Nobody listens on port 1: whether the record can be read is not known. */
  @Test
  void aRegistryThatIsAwayMakesNoDeadLetters() {
    MoodlineConfig config = config("http://127.0.0.1:1/apis/registry/v3");
    Topics topics = config.topics();
    TestInputTopic<String, byte[]> in = reading(config, topics.cameraStatus(), status -> {});
    assertThatThrownBy(() -> in.pipeInput("door", new byte[] {0, 0, 0, 0, 7, 1}))
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void norDoesOneThatIsNeededToStoreSomething() {
    MoodlineConfig config = config("");
    RuntimeException away = ThreadDeathsTest.failureOfTheRegistry();
    Topic<String, CameraStatus> topic = config.topics().cameraStatus();
    Consumer<CameraStatus> failing =
        status -> {
          throw away;
        };
    TestInputTopic<String, byte[]> in = reading(config, topic, failing);
    assertThatThrownBy(() -> in.pipeInput("door", bytes(topic, status())));
    assertThat(deadLetters.isEmpty()).isTrue();
  }
}
