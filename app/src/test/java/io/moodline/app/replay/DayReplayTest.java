package io.moodline.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.aggregator.AggregatorConfig;
import io.moodline.aggregator.AggregatorService;
import io.moodline.aggregator.api.SourceProbe;
import io.moodline.app.bench.TrafficFeed;
import io.moodline.app.bench.UnreadRecords;
import io.moodline.app.broker.EmbeddedBroker;
import io.moodline.app.traffic.FrameRhythm;
import io.moodline.app.traffic.Mishaps;
import io.moodline.app.traffic.TrafficCamera;
import io.moodline.app.traffic.TrafficPlan;
import io.moodline.app.traffic.TrafficRecord;
import io.moodline.app.traffic.TrafficRecord.Status;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.streams.TopicCreator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private static final int EVERY_NTH_TIMELINE = 20;
  private static final List<String> STATION = List.of("hall", "platform");
  private static final List<String> MARKET = List.of("gate", "stall");
  private static final List<String> CAMERAS = List.of("hall", "platform", "gate", "stall");

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
  private static AggregatorConfig config;
  private static AggregatorService service;
  private static DayTruth truth;

  @BeforeAll
  static void play() throws Exception {
    List<TrafficRecord> records = new ArrayList<>();
    ReplayedDay.PLAN.play().forEachRemaining(records::add);
    truth = new DayTruth(records);
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    config =
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
                "station=Europe/Berlin,market=Asia/Kolkata",
                // Few frames a minute are taken here: minutes of few observations must count.
                "aggregator.shift.min.observations",
                5));
    TopicCreator.createMissing(config);
    try (TrafficFeed feed = new TrafficFeed(config);
        UnreadRecords unread = new UnreadRecords(config)) {
      // All of it lies there before the service begins: a day in a minute is so fast that what one
      // topic has before the other for some milliseconds would be hours of the day.
      feed.register(ReplayedDay.PLAN);
      feed.feed(records.iterator());
      service = AggregatorService.create(config, SourceProbe.NONE);
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
    return LocalDate.of(2026, 10, 25).atStartOfDay(scope.zone()).toInstant().toEpochMilli();
  }

  private static long dayEnd(Scope scope) {
    return LocalDate.of(2026, 10, 26).atStartOfDay(scope.zone()).toInstant().toEpochMilli();
  }

  private static void trendsAreTrue(String step) throws Exception {
    Differences differences = new Differences();
    for (Scope scope : SCOPES) {
      Map<Long, WindowTruth> windows = truth.windows(scope.cameras(), step, scope.zone());
      long expectedBegin = dayBegin(scope);
      for (JsonNode point : trends(scope, step).at("/points")) {
        long begin = Instant.parse(instant(point.at("/from"))).toEpochMilli();
        String where = scope.query() + " " + step + " " + point.at("/from").textValue();
        differences.same(where, "from", begin, expectedBegin);
        expectedBegin = Instant.parse(instant(point.at("/to"))).toEpochMilli();
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

  /** What adds up is the same however finely it is asked for, in each scope. */
  @Test
  void nothingIsLostFromTenSecondsToDays() throws Exception {
    for (Scope scope : SCOPES) {
      Map<String, Double> day = sums(trends(scope, "1d"));
      assertThat(day.get("frames")).as(scope.query()).isPositive();
      for (String step : List.of("10s", "1m", "1h")) {
        Map<String, Double> sums = sums(trends(scope, step));
        for (String field : day.keySet()) {
          assertThat(sums.get(field))
              .as("%s of %s, %s", field, scope.query(), step)
              .isCloseTo(day.get(field), within(1e-6 * Math.max(1, day.get(field))));
        }
      }
    }
  }

  private static Map<String, Double> sums(JsonNode series) {
    Map<String, Double> sums = new TreeMap<>();
    for (JsonNode point : series.at("/points")) {
      for (String field :
          List.of(
              "frames",
              "framesWithFaces",
              "arrivals",
              "observations",
              "faceSeconds",
              "lowQuality",
              "uncertain",
              "late")) {
        sums.merge(field, point.at("/" + field).doubleValue(), Double::sum);
      }
    }
    return sums;
  }

  @Test
  void aDayOfBerlinHasTwentyFiveHoursAndKolkatasHoursBeginAtHalfPast() throws Exception {
    JsonNode berlin = trends(SCOPES.get(4), "1h").at("/points");
    assertThat(berlin).hasSize(25);
    // Two o'clock comes twice: in summer time and, an hour later, in winter time.
    assertThat(berlin.get(2).at("/from").textValue()).isEqualTo("2026-10-25T02:00:00+02:00");
    assertThat(berlin.get(3).at("/from").textValue()).isEqualTo("2026-10-25T02:00:00+01:00");
    JsonNode kolkata = trends(SCOPES.get(5), "1h").at("/points");
    assertThat(kolkata).hasSize(24);
    assertThat(Instant.parse(instant(kolkata.get(0).at("/from"))))
        .isEqualTo(Instant.parse("2026-10-24T18:30:00Z"));
  }

  private static String instant(JsonNode offsetTime) {
    return OffsetDateTime.parse(offsetTime.textValue()).toInstant().toString();
  }

  @Test
  void everyTrackIsThereOnceWithItsTimesAndItsMood() throws Exception {
    Differences differences = new Differences();
    for (String camera : CAMERAS) {
      Map<String, JsonNode> said = faces(camera);
      List<String> known =
          truth.tracks.keySet().stream().filter(id -> id.startsWith(camera + ":")).toList();
      assertThat(said.keySet()).as(camera).containsExactlyInAnyOrderElementsOf(known);
      said.forEach((id, face) -> TrackCheck.check(differences, face, truth.tracks.get(id)));
    }
    assertThat(differences.found()).isEmpty();
  }

  /** All faces of a camera by id, an hour at a time. */
  private static Map<String, JsonNode> faces(String camera) throws Exception {
    Map<String, JsonNode> faces = new TreeMap<>();
    long hour = Duration.ofHours(1).toMillis();
    for (long from = ReplayedDay.BEGIN; from < ReplayedDay.END; from += hour) {
      JsonNode some =
          get("faces?camera=%s&from=%d&to=%d&limit=1000".formatted(camera, from, from + hour));
      assertThat(some.at("/faces").size()).isLessThan(1000);
      some.at("/faces").forEach(face -> faces.put(face.at("/id").textValue(), face));
    }
    return faces;
  }

  @Test
  void timelinesHaveTheSegmentsSeriesAndVerdictsThatTheRulesGive() throws Exception {
    Differences differences = new Differences();
    int asked = 0;
    int changes = 0;
    for (String id : truth.tracks.keySet()) {
      if (asked++ % EVERY_NTH_TIMELINE == 0) {
        TrackTruth track = truth.tracks.get(id);
        JsonNode timeline = get("faces/" + id + "/timeline");
        TrackCheck.checkSegments(differences, timeline, track);
        TrackCheck.checkVerdict(differences, timeline, track);
        TrackCheck.checkSeries(differences, timeline, track);
        changes += Math.max(0, track.parts.size() - 1);
      }
    }
    assertThat(differences.found()).isEmpty();
    assertThat(changes).as("changes of emotion among what was compared").isGreaterThan(50);
  }

  @Test
  void everyFrameIsAccountedFor() throws Exception {
    for (JsonNode camera : get("cameras").at("/cameras")) {
      String id = camera.at("/id").textValue();
      if (CAMERAS.contains(id)) {
        JsonNode frames = camera.at("/frames");
        assertThat(frames.at("/classified").longValue()).isEqualTo(truth.classified(id));
        assertThat(frames.at("/shed").longValue()).isEqualTo(truth.shed(id));
        assertThat(frames.at("/captured").longValue())
            .isEqualTo(truth.classified(id) + truth.shed(id));
      }
    }
  }

  @Test
  void theBadHourIsFoundSoonAfterItBegins() throws Exception {
    Instant begin =
        LocalDate.of(2026, 10, 25)
            .atTime(ReplayedDay.BAD_HOUR, 0)
            .atZone(ReplayedDay.BERLIN)
            .toInstant();
    for (String camera : STATION) {
      assertThat(drops(camera))
          .as(camera)
          .extracting(drop -> Instant.parse(drop.at("/until").textValue()))
          .anyMatch(at -> at.isAfter(begin) && at.isBefore(begin.plus(Duration.ofMinutes(15))));
    }
    for (String camera : MARKET) {
      assertThat(drops(camera)).as(camera).isEmpty();
    }
  }

  private static List<JsonNode> drops(String camera) throws Exception {
    List<JsonNode> drops = new ArrayList<>();
    String query = "moments?camera=%s&from=%d&to=%d&limit=1000";
    for (JsonNode moment :
        get(query.formatted(camera, ReplayedDay.BEGIN, ReplayedDay.END)).at("/moments")) {
      if (moment.at("/kind").textValue().equals("SATISFACTION_DROP")) {
        drops.add(moment);
      }
    }
    return drops;
  }

  /**
   * Down time is by the wall clock, so this camera is down now and not in the day that is played.
   */
  @Test
  void aCameraThatIsDownIsToldFromOneThatSawNobody() throws Exception {
    long since = System.currentTimeMillis() - Duration.ofMinutes(3).toMillis();
    TrafficCamera cellar =
        new TrafficCamera("cellar", ReplayedDay.STATION, FrameRhythm.every(1_000), List.of());
    TrafficPlan plan = new TrafficPlan(1, since, since, 0, Mishaps.NONE, List.of(cellar));
    try (TrafficFeed feed = new TrafficFeed(config)) {
      feed.register(plan);
      feed.feed(List.<TrafficRecord>of(new Status(reconnecting(since), since)).iterator());
    }
    long until = since + Duration.ofMinutes(3).toMillis();
    String query = "trends?camera=cellar&step=10s&from=%d&to=%d".formatted(since, until);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              for (JsonNode point : get(query).at("/points")) {
                long from = Instant.parse(instant(point.at("/from"))).toEpochMilli();
                long to = Instant.parse(instant(point.at("/to"))).toEpochMilli();
                double down = (to - Math.max(from, since)) / 1000.0;
                assertThat(point.at("/state").textValue()).isEqualTo("CAMERA_DOWN");
                assertThat(point.at("/downSeconds").doubleValue()).isEqualTo(down);
              }
            });
  }

  private static CameraStatus reconnecting(long sinceMs) {
    return CameraStatus.newBuilder()
        .setCameraId("cellar")
        .setState(CameraState.RECONNECTING)
        .setSinceMs(sinceMs)
        .setUpdatedAtMs(sinceMs)
        .setReason("no answer within 4 s")
        .setSession(0)
        .setCameraUpdatedAtMs(sinceMs)
        .setCaptured(0)
        .setShed(0)
        .setFinished(0)
        .setReconnects(0)
        .setFps(0)
        .setWidth(0)
        .setHeight(0)
        .build();
  }
}
