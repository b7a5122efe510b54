package io.moodline.aggregator;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.aggregator.api.SourceProbe;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is, on a real broker: exactly once, repartitioning, restoring. */
class AggregatorServiceTest {

  private static final long T = 1_779_999_960_000L;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double[] SAD = mostly(Emotion.SADNESS, 0.9);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  private AggregatorConfig config(TestBroker broker, String state) {
    return new AggregatorConfig(
        Map.of(
            "bootstrap.servers",
            broker.address(),
            "partitions",
            2,
            "state.dir",
            folder.resolve(state).toString(),
            AggregatorConfig.HTTP_PORT,
            0,
            "aggregator.store.memory.bytes",
            8 * 1024 * 1024));
  }

  @Test
  void itAnswersFromItsStateAndHasItAgainAfterLosingItsDisk() throws Exception {
    try (TestBroker broker = new TestBroker(folder.resolve("broker"))) {
      AggregatorConfig config = config(broker, "one");
      TopicCreator.createMissing(config);
      try (AggregatorService service = AggregatorService.create(config, SourceProbe.NONE)) {
        assertThat(status(service, "/api/v1/cameras")).isEqualTo(503);
        service.start();
        add(service, "{\"id\":\"door\",\"site\":\"north\",\"source\":\"demo\"}");
        play(config, T, T + 4_000, 0);
        awaitFace(service, 21);
        assertThat(get(service, "/api/v1/faces").at("/faces/0/open").booleanValue()).isTrue();
        assertThat(status(service, "/internal/v1/stores/clocks?limit=10&partition=0"))
            .as("there is no other aggregator; who asks came through a proxy")
            .isEqualTo(403);
      }
      AggregatorConfig elsewhere = config(broker, "two");
      try (AggregatorService service = AggregatorService.create(elsewhere, SourceProbe.NONE)) {
        service.start();
        // The track goes on where it was, and is closed by its camera's clock.
        play(elsewhere, T + 4_200, T + 6_000, 21);
        pass(elsewhere, T + 12_500, 31);
        awaitFace(service, 31);
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  JsonNode face = get(service, "/api/v1/faces").at("/faces/0");
                  assertThat(face.at("/open").booleanValue()).isFalse();
                  JsonNode frames = get(service, "/api/v1/cameras").at("/cameras/0/frames");
                  assertThat(frames.at("/classified").longValue()).isEqualTo(32);
                  JsonNode site =
                      get(service, "/api/v1/trends?site=north&from=" + T + "&to=" + (T + 10_000))
                          .at("/points/0");
                  assertThat(site.at("/closed").booleanValue()).isTrue();
                  assertThat(site.at("/frames").longValue()).isEqualTo(31);
                  assertThat(site.at("/faces").longValue()).isEqualTo(1);
                });
      }
    }
  }

  private void awaitFace(AggregatorService service, long observations) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(get(service, "/api/v1/faces").at("/faces/0/observations").longValue())
                    .isEqualTo(observations));
  }

  private void add(AggregatorService service, String camera) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              HttpRequest request =
                  HttpRequest.newBuilder(uri(service, "/api/v1/cameras"))
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString(camera))
                      .build();
              HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
              assertThat(answer.statusCode()).isEqualTo(201);
            });
  }

  private JsonNode get(AggregatorService service, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri(service, path)).build();
    return json.readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  private int status(AggregatorService service, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri(service, path)).build();
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  private static URI uri(AggregatorService service, String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  /** Frames of one face, every 200 ms. */
  private static void play(AggregatorConfig config, long from, long to, long sequence)
      throws Exception {
    Topic<String, EmotionEvent> emotions = config.topics().emotions();
    Topic<String, FrameOutcome> outcomes = config.topics().frameOutcomes();
    try (var events = producer(config, emotions);
        var ends = producer(config, outcomes)) {
      long next = sequence;
      for (long at = from; at <= to; at += 200) {
        String face = "door:" + T + ":0";
        send(
            events,
            new ProducerRecord<>(emotions.name(), "door", Records.event(face, T, next, at, SAD)));
        send(
            ends,
            new ProducerRecord<>(
                outcomes.name(),
                "door",
                Records.outcome("door", T, next++, at, Outcome.CLASSIFIED, 1)));
      }
    }
  }

  /** A frame without faces. */
  private static void pass(AggregatorConfig config, long at, long sequence) throws Exception {
    Topic<String, FrameOutcome> outcomes = config.topics().frameOutcomes();
    try (var ends = producer(config, outcomes)) {
      send(
          ends,
          new ProducerRecord<>(
              outcomes.name(),
              "door",
              Records.outcome("door", T, sequence, at, Outcome.CLASSIFIED, 0)));
    }
  }

  private static <V> void send(KafkaProducer<String, V> producer, ProducerRecord<String, V> record)
      throws Exception {
    producer.send(record).get(30, TimeUnit.SECONDS);
  }

  private static <V> KafkaProducer<String, V> producer(
      AggregatorConfig config, Topic<String, V> topic) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", config.getString("bootstrap.servers")),
        topic.keys().serializer(),
        topic.values().serializer());
  }
}
