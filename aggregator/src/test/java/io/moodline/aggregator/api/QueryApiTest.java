package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.aggregator.Pipeline;
import io.moodline.aggregator.Records;
import io.moodline.aggregator.stores.Stores;
import io.moodline.schemas.AnalyticsSettings;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryApiTest extends DoorWithTwoVisitors {

  @Test
  void camerasComeWithStateAndCountsAndWithoutCredentials() throws Exception {
    HttpResponse<String> answer = api.get("/api/v1/cameras");
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("abc");
    JsonNode door = ServedApi.JSON.readTree(answer.body()).at("/cameras/0");
    assertThat(door.at("/id").textValue()).isEqualTo("door");
    assertThat(door.at("/source").textValue()).isEqualTo("rtsp://***@cam/1?token=***&x=***");
    assertThat(door.at("/status/state").textValue()).isEqualTo("STREAMING");
    assertThat(door.at("/status/since").textValue()).isEqualTo("2026-05-28T20:26:00Z");
    long judged = 26 + 74 + 16;
    assertThat(door.at("/frames/captured").longValue()).isEqualTo(170);
    assertThat(door.at("/frames/classified").longValue()).isEqualTo(judged);
    assertThat(door.at("/frames/inFlight").longValue()).isEqualTo(170 - judged);
    JsonNode till = ServedApi.JSON.readTree(answer.body()).at("/cameras/1");
    assertThat(till.at("/status").isNull()).isTrue();
    assertThat(till.at("/frames/captured").longValue()).isZero();
  }

  @Test
  void aCameraWhoseFramesAreAllShedHasNoNewestData() throws Exception {
    pipeline.outcomes.pipeInput(
        "till",
        FrameOutcome.newBuilder(Records.outcome("till", T, 0, T, Outcome.SHED, 0))
            .setStage("detector")
            .build());
    JsonNode till = api.json("/api/v1/cameras").at("/cameras/1");
    assertThat(till.at("/frames/shed").longValue()).isEqualTo(1);
    assertThat(till.at("/newestData").isNull()).isTrue();
  }

  @Test
  void aClosedTimelineIsNotSentTwice() throws Exception {
    String path = "/api/v1/faces/" + first + "/timeline";
    String tag = api.get(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = api.getUnless(path, tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(api.getUnless(path, "\"other\"").statusCode()).isEqualTo(200);
    assertThat(api.get("/api/v1/faces/" + second + "/timeline").headers().firstValue("ETag"))
        .as("it may go on")
        .isEmpty();
  }

  @Test
  void timelinesOfClosedAndOpenTracks() throws Exception {
    JsonNode closed = api.json("/api/v1/faces/" + first + "/timeline");
    assertThat(closed.at("/open").booleanValue()).isFalse();
    assertThat(closed.at("/segments/0/emotion").textValue()).isEqualTo("SADNESS");
    assertThat(closed.at("/segments/0/from")).isEqualTo(closed.at("/firstSeen"));
    assertThat(closed.at("/segments/0/to").textValue()).isEqualTo("2026-05-28T20:26:05Z");
    assertThat(api.json("/api/v1/faces/" + second + "/timeline").at("/open").booleanValue())
        .isTrue();
    assertThat(api.get("/api/v1/faces/nobody:1:0/timeline").statusCode()).isEqualTo(404);
  }

  @Test
  void trendsTellNobodyThereFromNoData() throws Exception {
    String range = "&from=" + T + "&to=" + (T + 50_000);
    JsonNode trend = api.json("/api/v1/trends?camera=door&step=10s" + range);
    List<String> states = new ArrayList<>();
    trend.at("/points").forEach(point -> states.add(point.at("/state").textValue()));
    assertThat(states).containsExactly("OK", "NO_FACE", "NO_DATA", "OK", "NO_DATA");
    assertThat(trend.at("/points/0/satisfaction/mean").doubleValue())
        .isCloseTo(Records.WEIGHTS.satisfaction(SAD), within(1e-3));
    assertThat(trend.at("/points/0/frames").longValue()).isEqualTo(50);
    assertThat(trend.at("/points/0/faceSeconds").doubleValue()).isEqualTo(5);
    assertThat(trend.at("/points/0/closed").booleanValue()).isTrue();
    assertThat(trend.at("/points/3/closed").booleanValue()).isFalse();
    assertThat(trend.at("/points/3/arrivals").longValue()).isEqualTo(1);
    assertThat(trend.at("/points/4/satisfaction").isNull()).isTrue();
  }

  @Test
  void aMinuteAndASiteHoldWhatIsInOpenWindows() throws Exception {
    String range = "&from=" + T + "&to=" + (T + 60_000) + "&step=1m";
    JsonNode minute = api.json("/api/v1/trends?camera=door" + range).at("/points/0");
    JsonNode site = api.json("/api/v1/trends?site=north" + range).at("/points/0");
    assertThat(minute.at("/faces").longValue()).isEqualTo(2);
    assertThat(minute.at("/observations").longValue()).isEqualTo(26 + 16);
    assertThat(minute.at("/closed").booleanValue()).isFalse();
    assertThat(site).isEqualTo(minute);
  }

  @Test
  void aCameraIsAddedReplacedAndRemoved() throws Exception {
    String body =
        "{\"id\":\"yard\",\"site\":\"south\",\"source\":\"rtsp://u:p@h/x\",\"targetFps\":2}";
    HttpResponse<String> added = api.post("/api/v1/cameras", "application/json", body);
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.body()).contains("rtsp://***@h/x").doesNotContain("u:p");
    assertThat(api.json("/api/v1/cameras").at("/cameras/2/id").textValue()).isEqualTo("yard");
    assertThat(api.post("/api/v1/cameras", "application/json", body).statusCode()).isEqualTo(200);
    assertThat(api.delete("/api/v1/cameras/yard").statusCode()).isEqualTo(204);
    assertThat(api.delete("/api/v1/cameras/yard").statusCode()).isEqualTo(404);
  }

  @Test
  void aCamerasOwnDetectionComesBackAsItWasSent() throws Exception {
    String detection =
        "{\"detector\":\"haar\",\"minFace\":40,\"minScore\":0.7,\"searchEvery\":3,"
            + "\"include\":[{\"name\":\"door\",\"corners\":[[0.0,0.0],[0.5,0.0],[0.5,1.0]]}],"
            + "\"exclude\":[]}";
    String body = "{\"id\":\"attic\",\"source\":\"demo\",\"detection\":" + detection + "}";
    HttpResponse<String> added = api.post("/api/v1/cameras", "application/json", body);
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(api.json("/api/v1/cameras").at("/cameras/0/detection"))
        .isEqualTo(ServedApi.JSON.readTree(detection));
  }

  @Test
  void aCamerasOwnAnalyticsComeBackAsTheyWereSent() throws Exception {
    String analytics =
        "{\"smoothingTauMs\":1500,\"smoothingMargin\":0.1,\"smoothingDwellMs\":900,"
            + "\"uncertainBelow\":null,\"keepPhotos\":true}";
    String body = "{\"id\":\"attic\",\"source\":\"demo\",\"analytics\":" + analytics + "}";
    assertThat(api.post("/api/v1/cameras", "application/json", body).statusCode()).isEqualTo(201);
    JsonNode cameras = api.json("/api/v1/cameras").at("/cameras");
    assertThat(cameras.at("/0/analytics")).isEqualTo(ServedApi.JSON.readTree(analytics));
    assertThat(cameras.at("/1/analytics/keepPhotos").booleanValue()).as("never asked").isFalse();
  }

  /** The page draws on as the service smooths: it must know what is in force, not what was sent. */
  @Test
  void aCamerasSmoothingIsItsOwnOverTheServices() throws Exception {
    pipeline.cameras.pipeInput(
        "till",
        Camera.newBuilder(Records.camera("till", "north", "demo"))
            .setAnalytics(new AnalyticsSettings(1_500L, null, null, 0.5, false))
            .build());
    Map<String, Object> settings =
        Map.of("aggregator.smoothing.tau.ms", 2_500L, "aggregator.smoothing.dwell.ms", 400L);
    try (ServedApi other =
        new ServedApi(
            new StreamsStateReader(pipeline.stores()), camera -> {}, id -> {}, T, settings)) {
      JsonNode cameras = other.json("/api/v1/cameras").at("/cameras");
      assertThat(cameras.at("/0/smoothing"))
          .isEqualTo(
              ServedApi.JSON.readTree(
                  "{\"tauMs\":2500,\"margin\":0.05,\"dwellMs\":400,\"uncertainBelow\":0.35}"));
      assertThat(cameras.at("/1/smoothing"))
          .isEqualTo(
              ServedApi.JSON.readTree(
                  "{\"tauMs\":1500,\"margin\":0.05,\"dwellMs\":400,\"uncertainBelow\":0.5}"));
    }
    assertThat(api.json("/api/v1/cameras").at("/cameras/0/smoothing/tauMs").longValue())
        .as("unless told otherwise")
        .isEqualTo(800);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"source\":\"demo\"}|id",
        "{\"id\":\"Front Door\",\"source\":\"demo\"}|id",
        "{\"id\":\"a\"}|source",
        "{\"id\":\"a\",\"source\":\"gopher://x\"}|source",
        "{\"id\":\"door\",\"source\":\"rtsp://***@cam/1?token=***&x=1\"}|source",
        "{\"id\":\"door\",\"source\":\"rtsp://cam/1?token=***&x=1\"}|source",
        "{\"id\":\"attic\",\"enabled\":false}|source",
        "{\"id\":\"a\",\"source\":\"demo\",\"targetFps\":0}|targetFps",
        "{\"id\":\"a\",\"source\":\"demo\",\"targetFps\":\"fast\"}|targetFps",
        "{\"id\":\"a\",\"source\":\"demo\",\"enabled\":\"yes\"}|enabled",
        "{\"id\":\"a\",\"source\":\"demo\",\"start\":\"yesterday\"}|start",
        "{\"id\":\"a\",\"source\":\"demo\",\"fps\":3}|fps",
        "{\"id\":\"a\",\"source\":\"demo\",\"detection\":{\"minFace\":7}}|detection.minFace",
        "{\"id\":\"a\",\"source\":\"demo\",\"detection\":{\"minface\":9}}|detection.minface",
        "{\"id\":\"a\",\"source\":\"demo\",\"detection\":{\"minScore\":\"high\"}}|detection.minScore",
        "{\"id\":\"a\",\"source\":\"demo\",\"detection\":{\"detector\":\"mtcnn\"}}|detection.detector",
        "{\"id\":\"a\",\"source\":\"demo\",\"detection\":{\"include\":[{}]}}|detection.include[0].corners",
        "{\"id\":\"a\",\"source\":\"demo\",\"detection\":{\"exclude\":[{\"corners\":[[0,1],[1,0]]}]}}"
            + "|detection.exclude[0].corners",
        "{\"id\":\"a\",\"source\":\"demo\",\"detection\":{\"exclude\":[{\"corners\":[[0,1],[1]]}]}}"
            + "|detection.exclude[0].corners[1]",
        "{\"id\":\"a\",\"source\":\"demo\",\"analytics\":{\"smoothingTauMs\":0}}"
            + "|analytics.smoothingTauMs",
        "{\"id\":\"a\",\"source\":\"demo\",\"analytics\":{\"smoothingDwellMs\":0.5}}"
            + "|analytics.smoothingDwellMs",
        "{\"id\":\"a\",\"source\":\"demo\",\"analytics\":{\"keepPhotos\":\"yes\"}}"
            + "|analytics.keepPhotos",
        "{\"id\":\"a\",\"source\":\"demo\",\"analytics\":{\"photos\":true}}|analytics.photos",
        "{\"id\":\"a\",\"source\":\"demo\",\"analytics\":true}|analytics",
        "[]|the body"
      })
  void aBadCameraIsRefusedByField(String body, String field) throws Exception {
    HttpResponse<String> answer = api.post("/api/v1/cameras", "application/json", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = ServedApi.JSON.readTree(answer.body());
    assertThat(problem.at("/parameter").textValue()).isEqualTo(field);
    assertThat(problem.at("/allowed").textValue()).isNotBlank();
  }

  @Test
  void formsAndLargeBodiesAndBrokenJsonAreRefused() throws Exception {
    String good = "{\"id\":\"a\",\"source\":\"demo\"}";
    assertThat(api.post("/api/v1/cameras", "text/plain", good).statusCode()).isEqualTo(415);
    assertThat(api.post("/api/v1/cameras", "application/json", "{").statusCode()).isEqualTo(400);
    String large = "{\"id\":\"a\",\"source\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(api.post("/api/v1/cameras", "application/json", large).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/faces?limit=0|limit",
        "/api/v1/faces?limit=5000|limit",
        "/api/v1/faces?from=noon|from",
        "/api/v1/faces?from=2000&to=1000|from",
        "/api/v1/faces?camera=../x|camera",
        "/api/v1/faces?camra=door|camra",
        "/api/v1/faces?camera=door&site=north|camera",
        "/api/v1/faces?page=x|page",
        "/api/v1/faces?stale=yes|stale",
        "/api/v1/faces?open=maybe|open",
        "/api/v1/faces?camera=|camera",
        "/api/v1/trends?site=|site",
        "/api/v1/timelines?series=1|series",
        "/api/v1/moments?kind=SMILE|kind",
        "/api/v1/stream?minConfidence=2|minConfidence",
        "/api/v1/stream?emotion=JOY|emotion",
        "/api/v1/trends?camera=door&site=north|camera",
        "/api/v1/trends?camera=door&step=2h|step",
        "/api/v1/trends?compare=yesterday|compare",
        "/api/v1/trends?step=1d&from=0&to=2126-01-01T00:00:00%2B02:00|from",
        "/api/v1/trends?camera=door&from=0&to=1779999960000|from",
        "/api/v1/moments?limit=x|limit"
      })
  void aBadParameterIsNamed(String path, String parameter) throws Exception {
    HttpResponse<String> answer = api.get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = ServedApi.JSON.readTree(answer.body());
    assertThat(problem.at("/parameter").textValue()).isEqualTo(parameter);
    assertThat(problem.at("/detail").textValue()).contains(parameter);
    assertThat(problem.has("allowed")).isTrue();
  }

  @Test
  void whatDoesNotExistIsNotFound() throws Exception {
    assertThat(api.get("/api/v1/faces?camera=attic").statusCode()).isEqualTo(404);
    assertThat(api.get("/api/v1/trends?site=moon").statusCode()).isEqualTo(404);
    HttpResponse<String> nothing = api.get("/api/v1/nothing");
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(nothing.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void momentsAreListed() throws Exception {
    pipeline.statuses.pipeInput(
        "till", Records.status("till", CameraState.RECONNECTING, 1, Pipeline.WALL, 0));
    pipeline.wait(Duration.ofSeconds(12));
    JsonNode moments = api.json("/api/v1/moments").at("/moments");
    assertThat(moments).hasSize(1);
    assertThat(moments.at("/0/kind").textValue()).isEqualTo("CAMERA_DOWN");
    assertThat(api.json("/api/v1/moments?to=" + Pipeline.WALL).at("/moments")).isEmpty();
  }

  @Test
  void anotherHostsNameIsForbidden() throws Exception {
    assertThat(rawStatus("evil.example:" + api.server.port())).contains("403");
    assertThat(rawStatus("localhost:" + api.server.port())).contains("200");
    assertThat(rawStatus("[::1]")).contains("200");
  }

  private String rawStatus(String host) throws Exception {
    return raw(api.server.port(), host, "/api/v1/health").lines().findFirst().orElse("");
  }

  @Test
  void aPortInUseIsNamedWithTheKeyToChange() {
    int taken = api.server.port();
    assertThatThrownBy(
            () ->
                new ServedApi(
                    new StreamsStateReader(pipeline.stores()),
                    camera -> {},
                    id -> {},
                    T,
                    Map.of("aggregator.http.port", taken)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("127.0.0.1:" + taken)
        .hasMessageContaining("aggregator.http.port");
  }

  @Test
  void localSourcesNeedLoopbackOrPermission() throws Exception {
    String file = "{\"id\":\"a\",\"source\":\"/srv/x.mp4\"}";
    assertThat(api.post("/api/v1/cameras", "application/json", file).statusCode()).isEqualTo(201);
    Map<String, Object> open = Map.of("aggregator.http.host", "0.0.0.0");
    try (ServedApi wide =
        new ServedApi(new StreamsStateReader(pipeline.stores()), camera -> {}, id -> {}, T, open)) {
      HttpResponse<String> refused = wide.post("/api/v1/cameras", "application/json", file);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("source").contains("rtsp");
    }
  }

  @Test
  void whileTheStateCannotBeReadTheAnswerIs503() throws Exception {
    Stores none =
        (Stores)
            Proxy.newProxyInstance(
                Stores.class.getClassLoader(),
                new Class<?>[] {Stores.class},
                (proxy, method, arguments) -> {
                  throw new NotReadyException("it starts", null);
                });
    try (ServedApi starting =
        new ServedApi(new StreamsStateReader(none), camera -> {}, id -> {}, T)) {
      for (String path : List.of("cameras", "faces", "trends?camera=door", "moments", "health")) {
        HttpResponse<String> answer = starting.get("/api/v1/" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      }
    }
  }

  @Test
  void thePageNamesNoAddressOutside() throws Exception {
    HttpResponse<String> page = api.get("/");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'");
    List<String> paths = new ArrayList<>(List.of("/vendor/uPlot.js", "/vendor/uPlot.css"));
    Path web = Path.of("src/main/resources/web");
    try (Stream<Path> files = Files.walk(web)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("index.html"))
          .forEach(file -> paths.add("/" + web.relativize(file)));
    }
    for (String path : paths) {
      HttpResponse<String> file = api.get(path);
      assertThat(file.statusCode()).as(path).isEqualTo(200);
      if (!path.startsWith("/vendor")) {
        assertThat(file.body().replace("http://www.w3.org/2000/svg", ""))
            .doesNotContainPattern("https?://\\w");
      }
    }
    assertThat(page.body()).contains("/app.js").doesNotContain("https://").doesNotContain("<style");
  }
}
