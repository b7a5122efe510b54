package io.moodline.aggregator;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.aggregator.api.SourceProbe;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.Frame;
import io.moodline.streams.TopicCreator;
import io.moodline.topics.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens now, over HTTP, on a real broker. */
class LiveStreamTest {

  private static final long T = 1_779_999_960_000L;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  /** A stream that is being read, line by line. */
  private final class Stream implements AutoCloseable {
    private final InputStream body;
    private final BufferedReader lines;

    Stream(AggregatorService service, String query) throws Exception {
      HttpResponse<InputStream> answer =
          http.send(
              HttpRequest.newBuilder(uri(service, "stream" + query)).build(),
              BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
      body = answer.body();
      lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    String line() throws IOException {
      String line = lines.readLine();
      while (line != null && line.isEmpty()) {
        line = lines.readLine();
      }
      return line;
    }

    /** The data of the next event but heartbeats, which must be of a kind. */
    JsonNode event(String kind) throws IOException {
      String line = line();
      while (line.startsWith(":") || (line.equals("event: heartbeat") && line() != null)) {
        line = line();
      }
      assertThat(line).isEqualTo("event: " + kind);
      String data = line();
      assertThat(data).startsWith("data: ");
      return json.readTree(data.substring(6));
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  @Test
  void eventsPicturesAndManyIdleStreams() throws Exception {
    try (TestBroker broker = new TestBroker(folder.resolve("broker"))) {
      AggregatorConfig config =
          new AggregatorConfig(
              Map.of(
                  "bootstrap.servers",
                  broker.address(),
                  "partitions",
                  2,
                  "state.dir",
                  folder.resolve("state").toString(),
                  AggregatorConfig.HTTP_PORT,
                  0));
      TopicCreator.createMissing(config);
      try (AggregatorService service = AggregatorService.create(config, SourceProbe.NONE)) {
        service.start();
        send(
            config,
            config.topics().cameras(),
            "door",
            Records.camera("door", "north", "rtsp://me:secret@cam/1"));
        await().atMost(PATIENCE).until(() -> get(service, "cameras").body().contains("\"door\""));
        emotionsMomentsAndStates(service, config);
        latestPicture(service, config);
        idleStreamsHoldNoThread(service);
      }
    }
  }

  private void emotionsMomentsAndStates(AggregatorService service, AggregatorConfig config)
      throws Exception {
    try (Stream all = new Stream(service, "");
        Stream sad = new Stream(service, "?site=north&emotion=SADNESS&minConfidence=0.8")) {
      assertThat(all.line()).isEqualTo(": live");
      assertThat(sad.line()).isEqualTo(": live");
      event(config, T, Emotion.HAPPINESS, 0.9);
      event(config, T + 200, Emotion.SADNESS, 0.9);
      JsonNode first = all.event("emotion");
      assertThat(first.at("/dominant").textValue()).isEqualTo("HAPPINESS");
      assertThat(first.at("/site").textValue()).isEqualTo("north");
      assertThat(first.at("/capturedAt").textValue()).isEqualTo("2026-05-28T20:26:00Z");
      assertThat(first.at("/box/x2").doubleValue()).isEqualTo(200);
      assertThat(all.event("emotion").at("/dominant").textValue()).isEqualTo("SADNESS");
      assertThat(sad.event("emotion").at("/probabilities/SADNESS").doubleValue()).isEqualTo(0.9);
      CameraStatus lost =
          Records.statusBuilder("door", CameraState.RECONNECTING, T, T + 5_000, 3)
              .setUpdatedAtMs(System.currentTimeMillis())
              .build();
      send(config, config.topics().cameraStatus(), "door", lost);
      JsonNode status = all.event("status");
      assertThat(status.at("/state").textValue()).isEqualTo("RECONNECTING");
      assertThat(status.at("/reason").textValue()).isEqualTo("connection lost");
      // It has been reconnecting for longer than ten seconds, by the wall clock.
      assertThat(all.event("moment").at("/kind").textValue()).isEqualTo("CAMERA_DOWN");
      assertThat(all.line()).as("a heartbeat, within seconds").startsWith(":");
      assertThat(all.line()).isEqualTo("event: heartbeat");
      assertThat(all.line()).matches("data: \\{\"at\":\"[0-9T:.-]+Z\"}");
    }
  }

  private void latestPicture(AggregatorService service, AggregatorConfig config) throws Exception {
    assertThat(get(service, "cameras/attic/frame").statusCode()).isEqualTo(404);
    assertThat(get(service, "cameras/door/frame").statusCode()).isEqualTo(404);
    for (int i = 0; i < 20; i++) {
      send(config, config.topics().frames(), "door", frame(i));
    }
    HttpResponse<byte[]> picture =
        http.send(
            HttpRequest.newBuilder(uri(service, "cameras/door/frame")).build(),
            BodyHandlers.ofByteArray());
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(picture.headers().firstValue("Cache-Control")).contains("no-store");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                get(service, "cameras/door/frame")
                    .headers()
                    .firstValue("X-Captured-At")
                    .orElse("")
                    .equals("2026-05-28T20:26:19Z"));
  }

  private static Frame frame(int second) {
    return Frame.newBuilder()
        .setCameraId("door")
        .setSession(T)
        .setSequence(second)
        .setCapturedAtMs(T + second * 1_000L)
        .setLive(true)
        .setWidth(640)
        .setHeight(360)
        .setEncoding("image/jpeg")
        .setImage(ByteBuffer.wrap(new byte[] {(byte) second}))
        .build();
  }

  private void idleStreamsHoldNoThread(AggregatorService service) throws Exception {
    List<Stream> streams = new ArrayList<>();
    try {
      for (int i = 0; i < 64; i++) {
        // Those of before count until a heartbeat finds that their readers have gone.
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> streams.add(new Stream(service, "?camera=nobody")));
      }
      assertThat(get(service, "cameras").statusCode()).isEqualTo(200);
      HttpResponse<String> full = get(service, "stream");
      assertThat(full.statusCode()).isEqualTo(503);
      assertThat(full.headers().firstValue("Retry-After")).isPresent();
    } finally {
      for (Stream stream : streams) {
        stream.close();
      }
    }
    // A heartbeat tells the server that they have gone.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              try (Stream stream = new Stream(service, "")) {
                assertThat(stream.line()).isEqualTo(": live");
              }
            });
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(streamThreads()).as("streams, as all readers have gone").isZero());
  }

  private static long streamThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("event-stream"))
        .count();
  }

  private void event(AggregatorConfig config, long at, Emotion emotion, double p) throws Exception {
    send(
        config,
        config.topics().emotions(),
        "door",
        Records.event("door:" + T + ":0", T, at - T, at, mostly(emotion, p)));
  }

  private static <V> void send(AggregatorConfig config, Topic<String, V> topic, String key, V value)
      throws Exception {
    try (KafkaProducer<String, V> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", config.getString("bootstrap.servers")),
            topic.keys().serializer(),
            topic.values().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get(30, TimeUnit.SECONDS);
    }
  }

  private HttpResponse<String> get(AggregatorService service, String path) throws Exception {
    return http.send(HttpRequest.newBuilder(uri(service, path)).build(), BodyHandlers.ofString());
  }

  private static URI uri(AggregatorService service, String path) {
    return URI.create("http://127.0.0.1:" + service.port() + "/api/v1/" + path);
  }
}
