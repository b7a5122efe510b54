package io.moodline.aggregator;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.aggregator.api.SourceProbe;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.streams.TopicCreator;
import io.moodline.topics.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The photo of a group smile, from the frames topic to the API, on a real broker. */
class PhotosServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double[] HAPPY = mostly(Emotion.HAPPINESS, 0.93);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void onlyACameraThatAllowsItKeepsThePhotoOfAGroupSmile() throws Exception {
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
                  0,
                  "aggregator.store.memory.bytes",
                  8 * 1024 * 1024));
      TopicCreator.createMissing(config);
      try (AggregatorService service = AggregatorService.create(config, SourceProbe.NONE)) {
        service.start();
        add(service, "open", "{\"keepPhotos\":true}");
        add(service, "shy", "{\"keepPhotos\":false}");
        smile(config, "shy");
        smile(config, "open");
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(moment(service, "open").at("/photo").isTextual()).isTrue());
        assertThat(moment(service, "shy").at("/photo").isNull()).isTrue();
        String path = moment(service, "open").at("/photo").textValue();
        HttpResponse<byte[]> photo = bytes(service, path);
        assertThat(photo.statusCode()).isEqualTo(200);
        assertThat(photo.headers().firstValue("Content-Type")).contains("image/jpeg");
        // The smile is established a second after it began.
        assertThat(new String(photo.body(), StandardCharsets.UTF_8)).isEqualTo("open at 1000");
        String shy = moment(service, "shy").at("/id").textValue();
        assertThat(bytes(service, "/api/v1/moments/" + shy + "/photo").statusCode()).isEqualTo(404);

        add(service, "open", "{\"keepPhotos\":false}");
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(bytes(service, path).statusCode()).isEqualTo(404));
        assertThat(moment(service, "open").at("/photo").isNull()).isTrue();
      }
    }
  }

  private JsonNode moment(AggregatorService service, String camera) throws Exception {
    HttpResponse<byte[]> answer = bytes(service, "/api/v1/moments?camera=" + camera);
    return json.readTree(answer.body()).at("/moments/0");
  }

  private HttpResponse<byte[]> bytes(AggregatorService service, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri(service, path)).build();
    return http.send(request, BodyHandlers.ofByteArray());
  }

  private static URI uri(AggregatorService service, String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  private void add(AggregatorService service, String id, String analytics) {
    String body = "{\"id\":\"" + id + "\",\"source\":\"demo\",\"analytics\":" + analytics + "}";
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              HttpRequest request =
                  HttpRequest.newBuilder(uri(service, "/api/v1/cameras"))
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString(body))
                      .build();
              assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                  .isBetween(200, 201);
            });
  }

  /** Three faces that smile for two seconds: first the frames, then what was seen in them. */
  private static void smile(AggregatorConfig config, String camera) throws Exception {
    long start = System.currentTimeMillis();
    Topic<String, Frame> frames = config.topics().frames();
    Topic<String, EmotionEvent> emotions = config.topics().emotions();
    Topic<String, FrameOutcome> outcomes = config.topics().frameOutcomes();
    try (var pictures = producer(config, frames);
        var events = producer(config, emotions);
        var ends = producer(config, outcomes)) {
      for (long t = 0; t <= 2_000; t += 200) {
        pictures.send(new ProducerRecord<>(frames.name(), camera, frame(camera, start, t))).get();
      }
      for (long t = 0; t <= 2_000; t += 200) {
        for (int i = 0; i < 3; i++) {
          EmotionEvent event =
              Records.event(camera + ":" + start + ":" + i, start, t / 200, start + t, HAPPY);
          events.send(new ProducerRecord<>(emotions.name(), camera, event)).get();
        }
        FrameOutcome end =
            Records.outcome(camera, start, t / 200, start + t, Outcome.CLASSIFIED, 3);
        ends.send(new ProducerRecord<>(outcomes.name(), camera, end)).get();
      }
    }
  }

  private static Frame frame(String camera, long start, long t) {
    byte[] image = (camera + " at " + t).getBytes(StandardCharsets.UTF_8);
    return Frame.newBuilder()
        .setCameraId(camera)
        .setSession(start)
        .setSequence(t / 200)
        .setCapturedAtMs(start + t)
        .setLive(true)
        .setWidth(640)
        .setHeight(360)
        .setEncoding("image/jpeg")
        .setImage(ByteBuffer.wrap(image))
        .build();
  }

  private static <V> KafkaProducer<String, V> producer(
      AggregatorConfig config, Topic<String, V> topic) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", config.getString("bootstrap.servers")),
        topic.keys().serializer(),
        topic.values().serializer());
  }
}
