package io.moodline.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.aggregator.AggregatorConfig;
import io.moodline.aggregator.AggregatorService;
import io.moodline.app.bench.TrafficFeed;
import io.moodline.app.bench.UnreadRecords;
import io.moodline.app.broker.EmbeddedBroker;
import io.moodline.app.traffic.TrafficRecord;
import io.moodline.streams.TopicCreator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of made-up traffic, played at speed through a real broker and the service as it is; what
 * the API then says is compared with what the list of played records says by itself.
 */
class DayReplayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * What a scope of trends is asked for by, in which zone its days are, and whose frames it has.
   */
  private record Scope(String query, ZoneId zone, Predicate<String> cameras) {}

  private static final List<String> STATION = List.of("hall", "platform");
  private static final List<String> MARKET = List.of("gate", "stall");

  private static final List<Scope> SCOPES =
      List.of(
          new Scope("camera=hall", ReplayedDay.BERLIN, "hall"::equals),
          new Scope("camera=platform", ReplayedDay.BERLIN, "platform"::equals),
          new Scope("camera=gate", ReplayedDay.KOLKATA, "gate"::equals),
          new Scope("camera=stall", ReplayedDay.KOLKATA, "stall"::equals),
          new Scope("site=station", ReplayedDay.BERLIN, STATION::contains),
          new Scope("site=market", ReplayedDay.KOLKATA, MARKET::contains),
          new Scope("", ZoneOffset.UTC, camera -> true));

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static AggregatorService service;
  private static DayTruth truth;

  @BeforeAll
  static void play() throws Exception {
    List<TrafficRecord> records = new ArrayList<>();
    ReplayedDay.PLAN.play().forEachRemaining(records::add);
    truth = new DayTruth(records);
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    AggregatorConfig config =
        new AggregatorConfig(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "partitions",
                2,
                "state.dir",
                folder.resolve("state").toString(),
                AggregatorConfig.HTTP_PORT,
                0,
                AggregatorConfig.SILENCE_MS,
                Duration.ofHours(1).toMillis(),
                AggregatorConfig.SITE_ZONES,
                "station=Europe/Berlin,market=Asia/Kolkata"));
    TopicCreator.createMissing(config);
    try (TrafficFeed feed = new TrafficFeed(config);
        UnreadRecords unread = new UnreadRecords(config)) {
      // All of it lies there before the service begins: a day in a minute is so fast that what one
      // topic has before the other for some milliseconds would be hours of the day.
      feed.register(ReplayedDay.PLAN);
      feed.feed(records.iterator());
      service = AggregatorService.create(config);
      service.start();
      assertThat(service.streams().awaitRunning(PATIENCE)).isTrue();
      unread.awaitNone(PATIENCE);
    }
    awaitDay();
  }

  /** What sites and everything have is on its way for a moment longer. */
  private static void awaitDay() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              for (Scope scope : SCOPES) {
                JsonNode day = trends(scope, "1d").at("/points/0");
                assertThat(day.at("/closed").booleanValue()).as(scope.query()).isTrue();
              }
            });
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
    if (broker != null) {
      broker.close();
    }
  }

  private static JsonNode get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + service.port() + "/api/v1/" + path);
    HttpResponse<String> answer =
        HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** The whole Sunday of a scope. */
  private static JsonNode trends(Scope scope, String step) throws Exception {
    return get(
        "trends?%s&step=%s&from=%d&to=%d"
            .formatted(scope.query(), step, dayBegin(scope), dayEnd(scope))
            .replace("?&", "?"));
  }

  private static long dayBegin(Scope scope) {
    return java.time.LocalDate.of(2026, 10, 25)
        .atStartOfDay(scope.zone())
        .toInstant()
        .toEpochMilli();
  }

  private static long dayEnd(Scope scope) {
    return java.time.LocalDate.of(2026, 10, 26)
        .atStartOfDay(scope.zone())
        .toInstant()
        .toEpochMilli();
  }

  private static void trendsAreTrue(String step) throws Exception {
    Differences differences = new Differences();
    for (Scope scope : SCOPES) {
      Map<Long, WindowTruth> windows = truth.windows(scope.cameras(), step, scope.zone());
      long expectedBegin = dayBegin(scope);
      for (JsonNode point : trends(scope, step).at("/points")) {
        long begin = Instant.parse(point.at("/from").textValue()).toEpochMilli();
        String where = scope.query() + " " + step + " " + point.at("/from").textValue();
        differences.same(where, "from", begin, expectedBegin);
        expectedBegin = Instant.parse(point.at("/to").textValue()).toEpochMilli();
        WindowTruth window = windows.getOrDefault(begin, new WindowTruth());
        PointCheck.check(differences, where, point, window);
      }
      differences.same(scope.query() + " " + step, "end", expectedBegin, dayEnd(scope));
    }
    assertThat(differences.found()).isEmpty();
  }

  @Test
  void tenSecondsAreTrue() throws Exception {
    trendsAreTrue("10s");
  }

  @Test
  void minutesAreTrue() throws Exception {
    trendsAreTrue("1m");
  }

  @Test
  void hoursAreTrue() throws Exception {
    trendsAreTrue("1h");
  }

  @Test
  void daysAreTrue() throws Exception {
    trendsAreTrue("1d");
  }
}
