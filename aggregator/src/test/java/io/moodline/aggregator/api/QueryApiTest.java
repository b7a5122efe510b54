package io.moodline.aggregator.api;

import static io.moodline.aggregator.Records.mostly;
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
import io.moodline.schemas.Emotion;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryApiTest {

  /** A multiple of a minute. */
  private static final long T = 1_779_999_960_000L;

  private static final double[] HAPPY = mostly(Emotion.HAPPINESS, 0.93);
  private static final double[] SAD = mostly(Emotion.SADNESS, 0.93);

  private Pipeline pipeline;
  private ServedApi api;
  private String first;
  private String second;

  @BeforeEach
  void aDoorWithTwoVisitors() {
    pipeline = new Pipeline(Map.of());
    pipeline.cameras.pipeInput(
        "door", Records.camera("door", "north", "rtsp://me:secret@cam/1?token=abc&x=1"));
    pipeline.cameras.pipeInput("till", Records.camera("till", "north", "demo"));
    pipeline.statuses.pipeInput("door", Records.status("door", CameraState.STREAMING, T, T, 170));
    first = "door:" + T + ":0";
    second = "door:" + (T + 30_000) + ":0";
    for (long at = T; at <= T + 5_000; at += 200) {
      pipeline.frame("door", T, at, Map.of(first, SAD));
    }
    for (long at = T + 5_200; at < T + 20_000; at += 200) {
      pipeline.frame("door", T, at, Map.of());
    }
    for (long at = T + 30_000; at <= T + 33_000; at += 200) {
      pipeline.frame("door", T, at, Map.of(second, HAPPY));
    }
    api =
        new ServedApi(
            new StreamsStateReader(pipeline.stores()),
            camera -> pipeline.cameras.pipeInput(camera.getId(), camera),
            id -> pipeline.cameras.pipeInput(id, null),
            T + 35_000);
  }

  @AfterEach
  void close() {
    api.close();
    pipeline.close();
  }

  @Test
  void camerasComeWithStateAndCountsAndWithoutCredentials() throws Exception {
    HttpResponse<String> answer = api.get("/api/v1/cameras");
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("abc");
    JsonNode door = ServedApi.JSON.readTree(answer.body()).at("/cameras/0");
    assertThat(door.at("/id").textValue()).isEqualTo("door");
    assertThat(door.at("/source").textValue()).isEqualTo("rtsp://***@cam/1?token=***&x=1");
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
  void facesAreNewestFirstAndOpenOnesShowWhereTheyAre() throws Exception {
    JsonNode faces = api.json("/api/v1/faces?camera=door").at("/faces");
    assertThat(ids(faces)).containsExactly(second, first);
    assertThat(faces.at("/0/open").booleanValue()).isTrue();
    assertThat(faces.at("/0/latest/box/x2").doubleValue()).isEqualTo(200);
    assertThat(faces.at("/0/latest/frameWidth").intValue()).isEqualTo(1280);
    assertThat(faces.at("/0/latest/smoothed/HAPPINESS").doubleValue())
        .isCloseTo(0.93, within(1e-4));
    assertThat(faces.at("/1/open").booleanValue()).isFalse();
    assertThat(faces.at("/1/latest").isNull()).isTrue();
    assertThat(faces.at("/1/dominant").textValue()).isEqualTo("SADNESS");
  }

  @Test
  void aTrackThatBeganBeforeTheRangeButLastedIntoItIsSeenInIt() throws Exception {
    assertThat(
            ids(api.json("/api/v1/faces?from=" + (T + 4_900) + "&to=" + (T + 5_100)).at("/faces")))
        .containsExactly(first);
    assertThat(
            ids(api.json("/api/v1/faces?from=" + (T + 5_001) + "&to=" + (T + 5_100)).at("/faces")))
        .isEmpty();
    assertThat(ids(api.json("/api/v1/faces?limit=1").at("/faces"))).containsExactly(second);
    assertThat(ids(api.json("/api/v1/faces?from=2026-05-28T20:26:20Z").at("/faces")))
        .containsExactly(second);
  }

  private static List<String> ids(JsonNode faces) {
    List<String> ids = new ArrayList<>();
    faces.forEach(face -> ids.add(face.get("id").textValue()));
    return ids;
  }

  @Test
  void listsComeInPages() throws Exception {
    JsonNode page = api.json("/api/v1/faces?limit=1");
    assertThat(ids(page.at("/faces"))).containsExactly(second);
    String next = page.at("/next").textValue();
    JsonNode last = api.json("/api/v1/faces?limit=1&page=" + next);
    assertThat(ids(last.at("/faces"))).containsExactly(first);
    assertThat(last.at("/next").isNull()).isTrue();
    assertThat(ids(api.json("/api/v1/timelines?limit=1&page=" + next).at("/timelines")))
        .containsExactly(first);
  }

  /** The long visit began first: among the newest alone it would not be found. */
  @Test
  void openVisitsAreFoundBehindAnyNumberOfClosedOnes() throws Exception {
    String stays = "till:" + T + ":0";
    for (int i = 0; i < 12; i++) {
      long at = T + i * 1_000;
      pipeline.frame("till", T, at, Map.of(stays, SAD, "till:" + (at + 1) + ":1", HAPPY));
    }
    pipeline.frame("till", T, T + 12_000, Map.of(stays, SAD));
    for (String list : List.of("faces", "timelines")) {
      String path = "/api/v1/" + list + "?camera=till&limit=1";
      assertThat(ids(api.json(path).at("/" + list))).doesNotContain(stays);
      JsonNode over = api.json(path + "&open=false");
      assertThat(over.at("/" + list + "/0/open").booleanValue()).as(list).isFalse();
      assertThat(over.at("/next").isNull()).isFalse();
    }
    JsonNode open = api.json("/api/v1/faces?camera=till&open=true");
    assertThat(ids(open.at("/faces"))).contains(stays);
    open.at("/faces").forEach(face -> assertThat(face.at("/open").booleanValue()).isTrue());
    assertThat(ids(api.json("/api/v1/faces?open=false").at("/faces")))
        .doesNotContain(stays, second)
        .contains(first);
    assertThat(api.get("/api/v1/faces/export.csv?camera=door&open=true").body())
        .contains(second)
        .doesNotContain(first);
    assertThat(api.get("/api/v1/timelines/export.csv?camera=door&open=false").body())
        .contains(first)
        .doesNotContain(second);
  }

  /** A page that looks every two seconds must not read hundreds of finished visits each time. */
  @Test
  void whoAsksForOpenVisitsReadsNoClosedOnes() {
    AtomicInteger reads = new AtomicInteger();
    StateReader counting =
        (StateReader)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StateReader.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("timelines")) {
                    reads.incrementAndGet();
                  }
                  return method.invoke(new StreamsStateReader(pipeline.stores()), arguments);
                });
    Listing asked = new Listing(List.of("door"), 0, Long.MAX_VALUE, null, 100);
    assertThat(Visit.page(counting, asked, true).items()).hasSize(1);
    assertThat(reads).hasValue(0);
    assertThat(Visit.page(counting, asked, null).items()).hasSize(2);
    assertThat(reads).hasPositiveValue();
  }

  /**
   * Tracks begin as their ids say, and are first judged later by more or less: Y at once, Z at
   * once, X after 20 ms. The stores have them by their ids.
   */
  @Test
  void noVisitIsSkippedBetweenPages() throws Exception {
    String x = "till:" + (T + 100) + ":0";
    String z = "till:" + (T + 105) + ":0";
    String y = "till:" + (T + 110) + ":0";
    pipeline.frame("till", T, T + 105, Map.of(z, SAD));
    pipeline.frame("till", T, T + 110, Map.of(y, SAD));
    pipeline.frame("till", T, T + 120, Map.of(x, SAD));
    pipeline.frame("till", T, T + 20_000, Map.of());
    for (String range : List.of("", "&from=" + (T + 50), "&to=" + (T + 30_000))) {
      String list = "/api/v1/timelines?camera=till&limit=1" + range;
      List<String> listed = new ArrayList<>();
      JsonNode page = api.json(list);
      listed.addAll(ids(page.at("/timelines")));
      while (!page.at("/next").isNull()) {
        page = api.json(list + "&page=" + page.at("/next").textValue());
        listed.addAll(ids(page.at("/timelines")));
      }
      assertThat(listed).as(range).containsExactly(y, z, x);
    }
    assertThat(ids(api.json("/api/v1/faces?camera=till&from=" + (T + 115)).at("/faces")))
        .containsExactly(x);
    assertThat(ids(api.json("/api/v1/faces?camera=till&to=" + (T + 115)).at("/faces")))
        .containsExactly(y, z);
  }

  @Test
  void aSitesListsAreThoseOfItsCameras() throws Exception {
    pipeline.cameras.pipeInput("yard", Records.camera("yard", "south", "demo"));
    assertThat(ids(api.json("/api/v1/faces?site=north").at("/faces")))
        .containsExactly(second, first);
    assertThat(api.json("/api/v1/faces?site=south").at("/faces")).isEmpty();
    assertThat(api.get("/api/v1/timelines?site=moon").statusCode()).isEqualTo(404);
    assertThat(api.json("/api/v1/sites").at("/sites"))
        .isEqualTo(
            ServedApi.JSON.readTree(
                "[{\"id\":\"north\",\"zone\":\"UTC\",\"cameras\":[\"door\",\"till\"]},"
                    + "{\"id\":\"south\",\"zone\":\"UTC\",\"cameras\":[\"yard\"]}]"));
  }

  /** Whoever draws trends must know which steps can still be had. */
  @Test
  void sitesComeWithHowLongTrendsAreKept() throws Exception {
    assertThat(api.json("/api/v1/sites").at("/steps"))
        .isEqualTo(
            ServedApi.JSON.readTree(
                "[{\"step\":\"10s\",\"keptSeconds\":172800},{\"step\":\"1m\",\"keptSeconds\":1209600},"
                    + "{\"step\":\"1h\",\"keptSeconds\":63072000},{\"step\":\"1d\",\"keptSeconds\":null}]"));
    Map<String, Object> settings = Map.of("aggregator.trend.1m.retention.ms", 3_600_000L);
    try (ServedApi other =
        new ServedApi(
            new StreamsStateReader(pipeline.stores()), camera -> {}, id -> {}, T, settings)) {
      assertThat(other.json("/api/v1/sites").at("/steps/1/keptSeconds").longValue())
          .isEqualTo(3_600);
    }
  }

  @Test
  void listedTimelinesHaveTheirSeriesWhenAsked() throws Exception {
    JsonNode whole = api.json("/api/v1/timelines?series=true").at("/timelines");
    JsonNode listed = api.json("/api/v1/timelines").at("/timelines");
    assertThat(ids(listed)).containsExactly(second, first);
    assertThat(listed.at("/1/segments")).isEqualTo(whole.at("/1/segments")).isNotEmpty();
    assertThat(listed.get(1).has("series")).isFalse();
    for (int i = 0; i < 2; i++) {
      String id = whole.get(i).get("id").textValue();
      assertThat(whole.get(i)).isEqualTo(api.json("/api/v1/faces/" + id + "/timeline"));
      assertThat(whole.get(i).get("series")).isNotEmpty();
    }
  }

  @Test
  void whatIsListedCanBeHadAsATable() throws Exception {
    HttpResponse<String> faces = api.get("/api/v1/faces/export.csv?camera=door");
    assertThat(faces.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(faces.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("faces.csv");
    List<String> rows = faces.body().lines().toList();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).startsWith("id,camera,firstSeen [UTC],").contains("[0-100]");
    assertThat(rows.get(1)).startsWith(second + ",door,2026-05-28T20:26:30Z,");
    assertThat(rows.get(2)).startsWith(first + ",").contains(",SADNESS,");
    assertThat(api.get("/api/v1/faces/export.csv?limit=1").body().lines()).hasSize(2);

    String range = "&from=" + T + "&to=" + (T + 50_000);
    List<String> windows =
        api.get("/api/v1/trends/export.csv?camera=door" + range).body().lines().toList();
    assertThat(windows).hasSize(6);
    assertThat(windows.get(1)).startsWith("CAMERA,door,10s,UTC,asked,2026-05-28T20:26:00Z,");
    List<String> stretches = api.get("/api/v1/timelines/export.csv").body().lines().toList();
    assertThat(stretches.get(2)).contains("SADNESS").contains(",5.0,");
    assertThat(api.get("/api/v1/moments/export.csv").body()).startsWith("id,kind,camera,at [UTC]");
    assertThat(api.get("/api/v1/faces/export.csv?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void aTableHasNoCredentialsAndNoFormula() throws Exception {
    pipeline.cameras.pipeInput(
        "yard", Camera.newBuilder(Records.camera("yard", "south", "demo")).setName("=1+1").build());
    String cameras = api.get("/api/v1/cameras/export.csv").body();
    assertThat(cameras).contains("rtsp://***@cam/1").doesNotContain("secret").doesNotContain("abc");
    assertThat(cameras).contains("yard,south,UTC,'=1+1,demo,");
  }

  /** More than fits into a page; each is there once. */
  @Test
  void aTableIsWholeHoweverLong() throws Exception {
    for (int i = 0; i < 1_100; i++) {
      pipeline.frame("till", T, T + i * 100, Map.of("till:" + (T + i * 100) + ":0", SAD));
    }
    List<String> rows = api.get("/api/v1/faces/export.csv?camera=till").body().lines().toList();
    assertThat(rows).hasSize(1_101).doesNotHaveDuplicates();
  }

  /** What a client sees of a whole answer in chunks ends with an empty one. */
  @Test
  void aTableThatBreaksOffHasNoEnd() throws Exception {
    for (int i = 0; i < 1_100; i++) {
      pipeline.frame("till", T, T + i * 100, Map.of("till:" + (T + i * 100) + ":0", SAD));
    }
    String path = "/api/v1/faces/export.csv?camera=till";
    assertThat(raw(api.server.port(), "127.0.0.1", path)).endsWith("\r\n0\r\n\r\n");
    AtomicInteger read = new AtomicInteger();
    Stores failing =
        (Stores)
            Proxy.newProxyInstance(
                Stores.class.getClassLoader(),
                new Class<?>[] {Stores.class},
                (proxy, method, arguments) -> {
                  boolean first = method.getName().equals("first");
                  if (first && read.get() >= 700) {
                    throw new NotReadyException("it was only a test", null);
                  }
                  Object answer = method.invoke(pipeline.stores(), arguments);
                  read.addAndGet(first ? ((List<?>) answer).size() : 0);
                  return answer;
                });
    try (ServedApi broken =
        new ServedApi(new StreamsStateReader(failing), camera -> {}, id -> {}, T)) {
      String answer = raw(broken.server.port(), "127.0.0.1", path);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("till:" + (T + 109_000) + ":0");
      assertThat(answer).doesNotEndWith("\r\n0\r\n\r\n").doesNotContain("Content-Length");
    }
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

  /** All that comes until the connection ends. */
  private static String raw(int port, String host, String path) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
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
