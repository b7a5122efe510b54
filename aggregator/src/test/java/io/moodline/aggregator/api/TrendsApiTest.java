package io.moodline.aggregator.api;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.aggregator.Pipeline;
import io.moodline.aggregator.Records;
import io.moodline.aggregator.stores.StoreRefs;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.Emotion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Series of windows over HTTP: steps, scopes, zones, comparisons, withholding and tags. */
class TrendsApiTest {

  private static final long HOUR = 3_600_000;
  private static final double[] HAPPY = mostly(Emotion.HAPPINESS, 0.93);
  private static final Map<String, Object> ZONES =
      Map.of("aggregator.site.zones", "north=Europe/Berlin", "aggregator.zone", "Asia/Kolkata");

  /** Midnight of 28 March 2026 in Berlin, the day before that of 23 hours. */
  private static final long DAY = ms("2026-03-27T23:00:00Z");

  private Pipeline pipeline;
  private ServedApi api;

  private static long ms(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  private void open(Map<String, Object> settings) {
    pipeline = new Pipeline(settings);
    api =
        new ServedApi(
            new StreamsStateReader(pipeline.stores()),
            camera -> {},
            id -> {},
            Pipeline.WALL,
            settings);
    register("door", "north");
    register("till", "north");
    register("gate", "south");
  }

  @AfterEach
  void close() {
    api.close();
    pipeline.close();
  }

  private void register(String camera, String site) {
    pipeline.cameras.pipeInput(camera, Records.camera(camera, site, "rtsp://h/x"));
  }

  private void frame(String camera, long at, int faces) {
    Map<String, double[]> seen = new HashMap<>();
    for (int i = 0; i < faces; i++) {
      seen.put(camera + ":" + at + ":" + i, HAPPY);
    }
    pipeline.frame(camera, DAY, at, seen);
  }

  private JsonNode trends(String query) throws Exception {
    return api.json("/api/v1/trends?" + query);
  }

  private static List<Long> frames(JsonNode points) {
    List<Long> frames = new ArrayList<>();
    points.forEach(point -> frames.add(point.at("/frames").longValue()));
    return frames;
  }

  @Test
  void everyStepOfEveryScopeGrowsWithTheLastRecord() throws Exception {
    open(ZONES);
    long at = DAY + 10 * HOUR;
    frame("door", at, 1);
    frame("door", at + 20_000, 1);
    frame("till", at + 20_000, 2);
    frame("gate", at + 20_000, 0);
    for (String step : List.of("1m", "1h", "1d")) {
      String range = "step=" + step + "&from=" + at + "&to=" + (at + 1);
      JsonNode camera = trends("camera=door&" + range).at("/points/0");
      assertThat(camera.at("/frames").longValue()).as(step).isEqualTo(2);
      assertThat(camera.at("/faces").longValue()).as(step).isEqualTo(2);
      assertThat(camera.at("/closed").booleanValue()).as(step).isFalse();
      assertThat(trends("site=north&" + range).at("/points/0/frames").longValue()).isEqualTo(3);
      assertThat(trends(range).at("/points/0/frames").longValue()).isEqualTo(4);
      assertThat(trends(range).at("/points/0/faces").longValue()).isEqualTo(4);
    }
    // Ten seconds later the same, half of it closed by then.
    frame("door", at + 70_000, 0);
    JsonNode hour = trends("step=1h&from=" + at + "&to=" + (at + 1)).at("/points/0");
    assertThat(hour.at("/frames").longValue()).isEqualTo(5);
    assertThat(hour.at("/faces").longValue()).isEqualTo(4);
  }

  @Test
  void aSitesWindowIsClosedWhenItsSlowestCameraHasPassedIt() throws Exception {
    open(ZONES);
    long at = DAY + 10 * HOUR;
    frame("door", at, 1);
    frame("till", at, 1);
    // The door's clock passes the window and its grace; the till's has not, and is heard of still.
    frame("door", at + 20_000, 0);
    frame("till", at + 5_000, 0);
    String range = "step=10s&from=" + at + "&to=" + (at + 10_000);
    assertThat(trends("camera=door&" + range).at("/points/0/closed").booleanValue()).isTrue();
    assertThat(trends("site=north&" + range).at("/points/0/closed").booleanValue()).isFalse();
    assertThat(trends("site=north&" + range).at("/points/0/frames").longValue()).isEqualTo(3);
    frame("till", at + 20_000, 0);
    assertThat(trends("site=north&" + range).at("/points/0/closed").booleanValue()).isTrue();
  }

  @Test
  void timesAreInTheZoneOfTheScope() throws Exception {
    open(ZONES);
    frame("door", DAY + 26 * HOUR, 1);
    String range = "&from=2026-03-28T00:00:00%2B01:00&to=2026-03-30T00:00:00+02:00";
    JsonNode site = trends("site=north&step=1d" + range);
    assertThat(site.at("/scope").textValue()).isEqualTo("SITE");
    assertThat(site.at("/zone").textValue()).isEqualTo("Europe/Berlin");
    assertThat(site.at("/from").textValue()).isEqualTo("2026-03-28T00:00:00+01:00");
    assertThat(site.at("/points/1/from").textValue()).isEqualTo("2026-03-29T00:00:00+01:00");
    assertThat(site.at("/points/1/to").textValue()).isEqualTo("2026-03-30T00:00:00+02:00");
    assertThat(site.at("/points")).hasSize(2);
    assertThat(frames(site.at("/points"))).containsExactly(0L, 1L);
    assertThat(trends("site=north&step=1h" + range).at("/points")).hasSize(24 + 23);
    assertThat(trends("camera=door&step=1d" + range)).hasSize(9);
    assertThat(trends("camera=door&step=1d" + range).at("/points")).isEqualTo(site.at("/points"));
    JsonNode all = trends("step=1d" + range);
    assertThat(all.at("/scope").textValue()).isEqualTo("ALL");
    assertThat(all.at("/zone").textValue()).isEqualTo("Asia/Kolkata");
    assertThat(all.at("/points/0/from").textValue()).isEqualTo("2026-03-28T00:00:00+05:30");
  }

  @Test
  void aRemovedCamerasTrendsAreAskedInTheZoneOfItsLastSite() throws Exception {
    Map<String, Object> settings = new HashMap<>(ZONES);
    settings.put("aggregator.timeline.retention.ms", 60_000);
    open(settings);
    frame("door", DAY + 10 * HOUR, 1);
    frame("door", DAY + 10 * HOUR + 70_000, 0);
    pipeline.cameras.pipeInput("door", (Camera) null);
    pipeline.wait(Duration.ofSeconds(31));
    String range = "camera=door&from=" + DAY + "&to=" + (DAY + 24 * HOUR);
    for (int i = 0; i < 2; i++) {
      JsonNode days = trends(range + "&step=1d");
      assertThat(days.at("/zone").textValue()).isEqualTo("Europe/Berlin");
      assertThat(frames(days.at("/points"))).containsExactly(2L);
      assertThat(frames(trends(range + "&step=1h").at("/points")).get(10)).isEqualTo(2);
      // The second time when its clock is forgotten: its days are not.
      pipeline.wait(Duration.ofSeconds(200));
    }
    assertThat(pipeline.stores().get(StoreRefs.CLOCKS, "door", "door")).isEmpty();
    assertThat(api.get("/api/v1/trends?camera=nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void aSiteWhoseLastCameraHasLeftKeepsItsTrends() throws Exception {
    open(ZONES);
    frame("gate", DAY, 1);
    pipeline.wait(Duration.ofSeconds(31));
    register("gate", "north");
    String range = "&step=1m&from=" + DAY + "&to=" + (DAY + 60_000);
    JsonNode south = trends("site=south" + range).at("/points/0");
    assertThat(south.at("/frames").longValue()).isEqualTo(1);
    assertThat(south.at("/closed").booleanValue()).isTrue();
    assertThat(trends("site=south&step=1h").at("/points")).hasSize(90);
    JsonNode sites = api.json("/api/v1/sites").at("/sites");
    assertThat(sites).hasSize(2);
    assertThat(sites.at("/1/id").textValue()).isEqualTo("south");
    assertThat(sites.at("/1/zone").textValue()).isEqualTo("Asia/Kolkata");
    assertThat(sites.at("/1/cameras")).isEmpty();
    for (String list : List.of("faces", "timelines", "moments")) {
      HttpResponse<String> answer = api.get("/api/v1/" + list + "?site=south");
      assertThat(answer.statusCode()).as(list).isEqualTo(200);
      assertThat(ServedApi.JSON.readTree(answer.body()).at("/" + list)).as(list).isEmpty();
    }
    assertThat(ServedApi.JSON.readTree(api.get("/api/v1/faces?site=north").body()).at("/faces"))
        .as("faces go with their camera")
        .hasSize(1);
    assertThat(api.get("/api/v1/trends?site=moon").statusCode()).isEqualTo(404);
  }

  @Test
  void aDayOf23HoursIsComparedByTheWallClock() throws Exception {
    open(ZONES);
    // A frame more in each hour: 1 at midnight of the 28th, 24 in its last hour.
    for (int hour = 0; hour < 24; hour++) {
      for (int i = 0; i <= hour; i++) {
        frame("door", DAY + hour * HOUR + i * 1_000, 0);
      }
    }
    frame("door", DAY + 24 * HOUR + 60_000, 0);
    JsonNode answer =
        trends(
            "site=north&step=1h&compare=previous-day&from="
                + (DAY + 24 * HOUR)
                + "&to="
                + (DAY + 47 * HOUR));
    JsonNode comparison = answer.at("/comparison");
    assertThat(comparison.at("/kind").textValue()).isEqualTo("previous-day");
    assertThat(answer.at("/points")).hasSize(23);
    assertThat(comparison.at("/points")).hasSize(23);
    // 00:00, 01:00, then 03:00: the day before had 1, 2 and 4 frames then.
    assertThat(frames(comparison.at("/points")).subList(0, 3)).containsExactly(1L, 2L, 4L);
    assertThat(comparison.at("/points/2/from").textValue()).isEqualTo("2026-03-28T03:00:00+01:00");
    assertThat(frames(comparison.at("/points")).get(22)).isEqualTo(24);
    // The day after has an hour that the 29th lacks.
    JsonNode after =
        trends(
            "site=north&step=1h&compare=previous-day&from="
                + (DAY + 47 * HOUR)
                + "&to="
                + (DAY + 71 * HOUR));
    JsonNode lacking = after.at("/comparison/points/2");
    assertThat(lacking.at("/from")).isEqualTo(lacking.at("/to"));
    assertThat(lacking.at("/state").textValue()).isEqualTo("NO_DATA");
    assertThat(after.at("/comparison/points")).hasSize(24);
    assertThat(trends("step=1d").at("/comparison").isNull()).isTrue();
  }

  @Test
  void aCameraThatIsDownIsNotOneThatSawNobody() throws Exception {
    open(ZONES);
    long wall = Pipeline.WALL;
    pipeline.statuses.pipeInput(
        "door", Records.status("door", CameraState.RECONNECTING, wall, wall, 0));
    pipeline.wait(Duration.ofSeconds(25));
    String range = "&step=10s&from=" + wall + "&to=" + (wall + 20_000);
    JsonNode point = trends("camera=door" + range).at("/points/0");
    assertThat(point.at("/state").textValue()).isEqualTo("CAMERA_DOWN");
    assertThat(point.at("/downSeconds").doubleValue()).isEqualTo(10);
    assertThat(trends("camera=till" + range).at("/points/0/state").textValue())
        .isEqualTo("NO_DATA");
  }

  @Test
  void aWindowOfTooFewFacesTellsNothingOfThem() throws Exception {
    Map<String, Object> settings = new HashMap<>(ZONES);
    settings.put("aggregator.min.faces", 3);
    open(settings);
    frame("door", DAY, 2);
    frame("till", DAY, 1);
    frame("gate", DAY, 0);
    String range = "&step=10s&from=" + DAY + "&to=" + (DAY + 10_000);
    JsonNode door = trends("camera=door" + range);
    assertThat(door.at("/minFaces").intValue()).isEqualTo(3);
    JsonNode point = door.at("/points/0");
    assertThat(point.at("/state").textValue()).isEqualTo("WITHHELD");
    assertThat(point.at("/faces").longValue()).isEqualTo(2);
    for (String field : List.of("satisfaction", "probabilities", "dominantShares")) {
      assertThat(point.get(field).isNull()).as(field).isTrue();
    }
    assertThat(trends("camera=gate" + range).at("/points/0/state").textValue())
        .as("nobody is nobody")
        .isEqualTo("NO_FACE");
    JsonNode site = trends("site=north" + range).at("/points/0");
    assertThat(site.at("/state").textValue()).isEqualTo("OK");
    assertThat(site.at("/satisfaction/count").longValue()).isEqualTo(3);
  }

  @Test
  void closedWindowsHaveATagThatSavesSendingThemAgain() throws Exception {
    open(ZONES);
    frame("door", DAY, 1);
    frame("door", DAY + 60_000, 0);
    String closed = "/api/v1/trends?camera=door&step=10s&from=" + DAY + "&to=" + (DAY + 40_000);
    HttpResponse<String> first = api.get(closed);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).matches("\"[0-9a-f]{64}\"");
    HttpResponse<String> again = getIfNoneMatch(closed, "\"other\", W/" + tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(getIfNoneMatch(closed, "\"other\"").body()).isEqualTo(first.body());
    String open = "/api/v1/trends?camera=door&step=10s&from=" + DAY + "&to=" + (DAY + 70_000);
    assertThat(api.get(open).headers().firstValue("ETag")).isEmpty();
    // A late record changes a closed window, and its tag.
    frame("door", DAY + 5_000, 0);
    HttpResponse<String> changed = getIfNoneMatch(closed, tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
  }

  private HttpResponse<String> getIfNoneMatch(String path, String tags) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + api.server.port() + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).header("If-None-Match", tags).build(),
            BodyHandlers.ofString());
  }

  @Test
  void withoutToALiveCameraIsShownUpToNowAndARecordingToItsNewestFrame() throws Exception {
    open(ZONES);
    long then = Pipeline.WALL - 3 * HOUR + 5_000;
    frame("door", then, 0);
    pipeline.statuses.pipeInput(
        "door", Records.status("door", CameraState.RECONNECTING, 1, Pipeline.WALL - 60_000, 0));
    pipeline.cameras.pipeInput("film", Records.camera("film", "archive", "film.mp4"));
    frame("film", then, 0);
    pipeline.wait(Duration.ofSeconds(25));
    for (String scope : List.of("camera=door", "site=north", "step=10s")) {
      JsonNode points = trends(scope).at("/points");
      JsonNode last = points.get(points.size() - 1);
      assertThat(last.at("/state").textValue()).as(scope).isEqualTo("CAMERA_DOWN");
      assertThat(last.at("/downSeconds").doubleValue()).as(scope).isEqualTo(10);
    }
    for (String scope : List.of("camera=film", "site=archive")) {
      assertThat(OffsetDateTime.parse(trends(scope).at("/to").textValue()).toInstant())
          .isEqualTo(Instant.ofEpochMilli(then + 5_000));
    }
  }
}
