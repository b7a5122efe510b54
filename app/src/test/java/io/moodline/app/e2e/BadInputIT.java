package io.moodline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moodline.app.cli.Settings;
import io.moodline.app.run.Snapshot;
import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.streams.FrameHeader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user sees when something is wrong. */
class BadInputIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long SESSION = 1_700_000_000_000L;

  @TempDir Path dir;

  @Test
  void rotOnATopicGoesToTheDeadLettersAndTheStreamGoesOn() throws Exception {
    try (MoodlineProcess moodline =
        MoodlineProcess.start(dir, "run", "--port", "0", "--broker-port", "0")) {
      String broker =
          moodline
              .awaitLine("broker 127.0.0.1:", PATIENCE)
              .replaceFirst("^broker +([^,]+),.*", "$1");
      moodline.page();
      MoodlineConfig config = Settings.of(Map.of("bootstrap.servers", broker)).common();
      byte[] cutShort = frame(config, 0, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
      byte[] unknownSchema = frame(config, 1, new byte[] {1});
      unknownSchema[2] ^= 1;
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", broker),
              new ByteArraySerializer(),
              new ByteArraySerializer())) {
        for (byte[] value : List.of(cutShort, unknownSchema, new byte[] {1, 2, 3})) {
          byte[] key = "rot".getBytes(StandardCharsets.UTF_8);
          ProducerRecord<byte[], byte[]> record =
              new ProducerRecord<>(config.topics().frames().name(), key, value);
          if (value == unknownSchema) { // As ingest writes it; the rest tells of no frame.
            record.headers().add(new FrameHeader(SESSION, 1, SESSION + 1).toHeader());
          }
          producer.send(record).get(30, TimeUnit.SECONDS);
        }
      }
      List<String> letters = awaitDeadLetters(config, 3);
      System.out.println("dead letters: " + letters);
      assertThat(letters).anyMatch(letter -> letter.contains("JPEG"));
      assertThat(letters).anyMatch(letter -> letter.contains("unknown schema"));
      assertThat(letters).anyMatch(letter -> letter.contains("not a readable Frame"));
      List<FrameOutcome> outcomes = new ArrayList<>();
      Snapshot.read(config, config.topics().frameOutcomes(), (key, value) -> outcomes.add(value));
      assertThat(outcomes)
          .allMatch(outcome -> outcome.getOutcome() == Outcome.DEAD_LETTERED)
          .extracting(FrameOutcome::getSequence)
          .containsExactly(0L, 1L);

      moodline.post(
          "/api/v1/cameras", "{\"id\": \"after\", \"site\": \"city\", \"source\": \"demo\"}");
      moodline.awaitLine("STREAMING 1280x720", PATIENCE);
    }
  }

  private static byte[] frame(MoodlineConfig config, long sequence, byte[] image) {
    Frame frame =
        Frame.newBuilder()
            .setCameraId("rot")
            .setSession(SESSION)
            .setSequence(sequence)
            .setCapturedAtMs(SESSION + sequence)
            .setLive(false)
            .setWidth(10)
            .setHeight(10)
            .setEncoding("image/jpeg")
            .setImage(ByteBuffer.wrap(image))
            .build();
    return config.topics().frames().values().serializer().serialize("frames", frame);
  }

  private static List<String> awaitDeadLetters(MoodlineConfig config, int count) {
    List<String> letters = new ArrayList<>();
    String topic = config.topics().deadLetters().name();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                config.getString(MoodlineConfig.BOOTSTRAP_SERVERS),
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(letter -> letters.add(text(letter)));
                return letters.size() >= count;
              });
    }
    return letters;
  }

  private static String text(ConsumerRecord<byte[], byte[]> letter) {
    StringBuilder text = new StringBuilder();
    letter
        .headers()
        .forEach(
            header ->
                text.append(header.key())
                    .append('=')
                    .append(
                        new String(header.value(), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElse(""))
                    .append(' '));
    return text.toString();
  }

  private String failure(String... arguments) throws Exception {
    MoodlineProcess moodline = MoodlineProcess.run(dir, PATIENCE, arguments);
    assertThat(moodline.awaitExit(Duration.ofSeconds(1))).as(moodline.output()).isNotZero();
    System.out.println(String.join(" ", arguments) + "\n  -> " + moodline.output());
    assertThat(moodline.output()).doesNotContain("\tat ").doesNotContain("Exception in thread");
    return moodline.output();
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(failure("run", "demo", "--broker-port", port)).contains(port, "--broker-port");
      assertThat(failure("run", "demo", "--broker-port", "0", "--port", port))
          .contains(port, "aggregator.http.port");
    }
  }

  @Test
  void aWrongSettingIsNamedWithWhatIsAllowed() throws Exception {
    assertThat(failure("run", "demo", "--broker-port", "0", "--set", "partitions=0"))
        .contains("partitions", "0");
    assertThat(failure("run", "demo", "--broker-port", "0", "--set", "detector.kinds=haar"))
        .contains("detector.kinds", "detector.kind");
    assertThat(failure("run", "demo", "--broker-port", "0", "--site", "Bad Site"))
        .contains("Bad Site", "a-z, 0-9 and -");
  }

  @Test
  void aModelWithAWrongCardIsRefusedByName() throws Exception {
    Path bundled =
        Path.of(System.getProperty("moodline.root"))
            .resolve("classifier/src/main/resources/io/moodline/classifier/models");
    Path onnx = Files.copy(bundled.resolve("moodnet.onnx"), dir.resolve("mine.onnx"));
    String card = Files.readString(bundled.resolve("moodnet.json"));
    Files.writeString(
        dir.resolve("mine.json"),
        card.replace("moodnet.onnx", "mine.onnx").replace("\"face\"", "\"picture\""));
    assertThat(failure("run", "demo", "--broker-port", "0", "--set", "classifier.model=" + onnx))
        .contains("picture", "face");
  }

  @Test
  void aSourceThatCannotWorkFailsAndSaysWhy() throws Exception {
    MoodlineProcess moodline =
        MoodlineProcess.run(
            dir,
            PATIENCE,
            "run",
            "gone=/no/such/file.mp4",
            "odd=gopher://host/x",
            "demo:faces=99",
            "--until-end",
            "--port",
            "0",
            "--broker-port",
            "0");
    System.out.println(moodline.output());
    assertThat(moodline.output())
        .contains("there is no file /no/such/file.mp4")
        .contains("the protocol of gopher://host/x is not known")
        .contains("faces");
  }
}
