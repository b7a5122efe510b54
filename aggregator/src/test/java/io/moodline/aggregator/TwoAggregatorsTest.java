package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.aggregator.api.SourceProbe;
import io.moodline.streams.TopicCreator;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two aggregators share the partitions, and either answers for all. */
class TwoAggregatorsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Without an end, trends of live cameras go on to now. */
  private static final String RANGE =
      "&from=" + Visits.BEGIN + "&to=" + (Visits.BEGIN + Visits.FRAMES * 500L);

  private static final List<String> CAMERAS = Visits.cameras(6);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private TestBroker broker;

  @BeforeEach
  void startBroker() throws Exception {
    broker = new TestBroker(folder.resolve("broker"));
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  private AggregatorConfig config(String state, int standbys) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker.address());
    settings.put("partitions", 4);
    settings.put("state.dir", folder.resolve(state).toString());
    settings.put(AggregatorConfig.HTTP_PORT, 0);
    settings.put(AggregatorConfig.STANDBYS, standbys);
    settings.put(AggregatorConfig.STORE_MEMORY_BYTES, 8 * 1024 * 1024);
    // A standby's copy is to be had at once, not when it is nearly complete.
    settings.put("kafka.acceptable.recovery.lag", 0);
    settings.put("kafka.probing.rebalance.interval.ms", 60_000);
    return new AggregatorConfig(settings);
  }

  private static List<String> questions() {
    List<String> paths = new ArrayList<>(List.of("cameras", "faces", "moments", "health"));
    for (String camera : CAMERAS) {
      paths.add("faces?camera=" + camera);
      paths.add("faces/" + Visits.face(camera) + "/timeline");
      paths.add("trends?camera=" + camera + "&step=10s" + RANGE);
    }
    paths.addAll(List.of("sites", "timelines?series=true&limit=3", "trends?step=1m" + RANGE));
    for (String site : List.of("north", "south")) {
      paths.add("trends?site=" + site + "&step=1m" + RANGE);
    }
    return paths;
  }

  @Test
  void eitherAnswersForAllAndWhenOneLeavesTheOtherDoes() throws Exception {
    AggregatorConfig config = config("one", 0);
    TopicCreator.createMissing(config);
    try (AggregatorService one = AggregatorService.create(config, SourceProbe.NONE);
        AggregatorService two = AggregatorService.create(config("two", 0), SourceProbe.NONE)) {
      one.start();
      two.start();
      new Visits(config).play(CAMERAS);
      awaitShared(one, two);
      Map<String, String> right = settled(one);
      assertAllEqual(two, right);
      instancesAnswerEachOtherOnly(one);

      CompletableFuture<Void> leaving = CompletableFuture.runAsync(two::close);
      int refused = 0;
      int answered = 0;
      while (!leaving.isDone() || answered < right.size()) {
        answered = 0;
        for (Map.Entry<String, String> question : right.entrySet()) {
          HttpResponse<String> answer = get(one, question.getKey());
          if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            refused++;
          } else {
            assertRight(question, answer);
            answered++;
          }
        }
      }
      assertThat(refused).as("the partitions moved while it was asked").isPositive();
      String clocks = "/internal/v1/stores/clocks?limit=10&partition=0";
      assertThat(status(one, clocks, "127.0.0.1:" + one.port())).as("alone").isEqualTo("403");
    }
  }

  private static void instancesAnswerEachOtherOnly(AggregatorService one) throws Exception {
    String clocks = "/internal/v1/stores/clocks?limit=10&partition=";
    String here = "127.0.0.1:" + one.port();
    List<String> held = new ArrayList<>();
    for (int partition = 0; partition < 4; partition++) {
      held.add(status(one, clocks + partition, here));
    }
    assertThat(held).as("its own, and no other").contains("200", "503").hasSize(4);
    assertThat(status(one, clocks + 4, here)).isEqualTo("503");
    assertThat(status(one, clocks + 0, "evil.example:" + one.port())).isEqualTo("403");
    // A header more.
    assertThat(status(one, clocks + 0, here + "\r\nX-Forwarded-For: 10.0.0.9"))
        .as("from a proxy on this machine")
        .isEqualTo("403");
    assertThat(status(one, clocks + "x", here)).isEqualTo("400");
    assertThat(status(one, "/internal/v1/stores/cameras?limit=10&partition=0", here))
        .as("sources hold credentials")
        .isEqualTo("404");
  }

  /** A client that says any Host it likes. */
  private static String status(AggregatorService service, String path, String host)
      throws Exception {
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.split(" ", 3)[1];
    }
  }

  @Test
  void aCopyAnswersForAnInstanceThatCannotBeReachedWhenThatIsAllowed() throws Exception {
    AggregatorConfig config = config("one", 1);
    TopicCreator.createMissing(config);
    try (AggregatorService one = AggregatorService.create(config, SourceProbe.NONE);
        AggregatorService two = AggregatorService.create(config("two", 1), SourceProbe.NONE)) {
      one.start();
      two.start();
      new Visits(config).play(CAMERAS);
      awaitShared(one, two);
      Map<String, String> right = settled(one);
      assertThat(get(one, "faces?stale=ok").headers().firstValue("X-Moodline-Stale")).isEmpty();

      two.server().close();
      assertThat(get(one, "faces").statusCode()).isEqualTo(503);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                for (Map.Entry<String, String> question : right.entrySet()) {
                  String path = question.getKey();
                  String stale = path + (path.contains("?") ? "&" : "?") + "stale=ok";
                  assertRight(question, get(one, stale));
                }
              });
      assertThat(get(one, "faces?stale=ok").headers().firstValue("X-Moodline-Stale"))
          .contains("true");
    }
  }

  private static void awaitShared(AggregatorService one, AggregatorService two) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(activeTasks(one)).isPositive();
              assertThat(activeTasks(two)).isPositive();
            });
  }

  private static long activeTasks(AggregatorService service) {
    return service.streams().streams().metadataForLocalThreads().stream()
        .mapToLong(thread -> thread.activeTasks().size())
        .sum();
  }

  /** The answers of an instance once everything has arrived, is closed and stays as it is. */
  private Map<String, String> settled(AggregatorService service) {
    Map<String, String> answers = new LinkedHashMap<>();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              Map<String, String> before = new LinkedHashMap<>(answers);
              for (String question : questions()) {
                HttpResponse<String> answer = get(service, question);
                assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(200);
                answers.put(question, answer.body());
              }
              assertComplete(answers);
              assertThat(answers).isEqualTo(before);
            });
    return answers;
  }

  private void assertComplete(Map<String, String> answers) throws Exception {
    assertThat(answers.get("health")).contains("\"heardCameras\":6").contains("\"cameras\":6");
    for (String camera : CAMERAS) {
      assertThat(answers.get("faces?camera=" + camera))
          .contains("\"open\":false")
          .contains("\"observations\":120");
    }
    assertThat(answers.get("trends?step=1m" + RANGE)).doesNotContain("\"closed\":false");
    for (String site : List.of("north", "south")) {
      long frames = 0;
      for (JsonNode point :
          json.readTree(answers.get("trends?site=" + site + "&step=1m" + RANGE)).at("/points")) {
        frames += point.at("/frames").longValue();
        assertThat(point.at("/frames").longValue() == 0 || point.at("/closed").booleanValue())
            .as("closed, or empty: %s", point)
            .isTrue();
      }
      // Three cameras of 180 frames.
      assertThat(frames).isEqualTo(540);
    }
  }

  private void assertAllEqual(AggregatorService service, Map<String, String> right)
      throws Exception {
    for (Map.Entry<String, String> question : right.entrySet()) {
      assertRight(question, get(service, question.getKey()));
    }
  }

  private void assertRight(Map.Entry<String, String> question, HttpResponse<String> answer)
      throws Exception {
    assertThat(answer.statusCode()).as(question.getKey() + answer.body()).isEqualTo(200);
    assertThat(json.readTree(answer.body()))
        .as(question.getKey())
        .isEqualTo(json.readTree(question.getValue()));
  }

  private HttpResponse<String> get(AggregatorService service, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + service.port() + "/api/v1/" + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
