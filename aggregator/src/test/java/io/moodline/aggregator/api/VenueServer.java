package io.moodline.aggregator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.moodline.aggregator.MomentSentences;
import io.moodline.aggregator.api.Venue.Visitor;
import io.moodline.schemas.Emotion;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The pages, and an API in the form that they are written for, of the {@link Venue}: so that a test
 * can make cameras fail, moments happen and the server go away when it wants. What the real API
 * answers is tested elsewhere, and the pages on it in the app's end-to-end tests.
 */
final class VenueServer implements AutoCloseable {

  static final String BERLIN = "Europe/Berlin";
  static final String NEW_YORK = "America/New_York";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long WEEK_MS = 7 * 86_400_000L;

  /** What has been asked for, so that a test can wait for it. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** The bodies of POSTs. */
  final List<JsonNode> posted = new CopyOnWriteArrayList<>();

  final Map<String, Map<String, Object>> cameras = new ConcurrentSkipListMap<>();
  final List<Map<String, Object>> moments = new CopyOnWriteArrayList<>();

  /** Paths below /api/v1/ that answer with such a status instead. */
  final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();

  /** Paths that only a copy answers, with {@code stale=ok}. */
  final Set<String> moving = ConcurrentHashMap.newKeySet();

  /** So many short visits have ended since the visitors of now came. */
  volatile int shortVisits;

  /** What it shows of earlier days was recorded then and analysed today. */
  volatile boolean analysedLate;

  final VenueStream stream = new VenueStream(this);
  private final long aheadMs;
  private Javalin server;
  private int port;

  VenueServer() {
    this(0);
  }

  private VenueServer(long aheadMs) {
    this.aheadMs = aheadMs;
    start();
  }

  /** A venue with two sites, one of four cameras down, and some moments. */
  static VenueServer populated() {
    return populated(0);
  }

  /** The same at another time: its clock is ahead of this machine's by so much. */
  static VenueServer populated(long aheadMs) {
    VenueServer server = new VenueServer(aheadMs);
    server.camera("entrance", "harbour", "Entrance", "STREAMING", null);
    server.camera("checkout", "harbour", "Checkout 2", "STREAMING", null);
    server.camera(
        "terrace", "harbour", "Terrace", "RECONNECTING", "no answer within 4 s; attempt 6");
    server.camera("market-door", "market", "Market door", "STREAMING", null);
    long now = server.now();
    server.moment("GROUP_SMILE", "entrance", now - 90_000, MomentSentences.smile(4, 0.86), true);
    server.moment(
        "SATISFACTION_DROP",
        "checkout",
        now - 600_000,
        MomentSentences.satisfaction(66, 48),
        false);
    server.moment(
        "CROWD_PEAK", "market-door", now - 1_900_000, MomentSentences.crowd(8.4, 5.1), false);
    server.moment(
        "CAMERA_DOWN",
        "terrace",
        now - 4_000_000,
        MomentSentences.down(12, "no answer within 4 s"),
        false);
    server.moment(
        "EMOTION_SURGE",
        "entrance",
        now - 90_000_000,
        MomentSentences.surge(Emotion.SURPRISE, 0.41, 0.06),
        false);
    return server;
  }

  long now() {
    return System.currentTimeMillis() + aheadMs;
  }

  void start() {
    server = Javalin.create(this::configure).start("127.0.0.1", port);
    port = server.port();
  }

  /** As when the service dies: open streams break too. */
  void stop() {
    stream.breakAll();
    server.stop();
  }

  String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  private void configure(JavalinConfig javalin) {
    javalin.startup.showJavalinBanner = false;
    javalin.startup.showOldJavalinVersionWarning = false;
    javalin.routes.before(request -> request.header("Content-Security-Policy", csp()));
    javalin.routes.before("/api/v1/*", this::note);
    new StaticPages().handlers().forEach(javalin.routes::get);
    javalin.routes.get("/api/v1/cameras", r -> r.json(Map.of("cameras", cameras.values())));
    javalin.routes.post("/api/v1/cameras", this::add);
    javalin.routes.post("/api/v1/cameras/probe", this::probe);
    javalin.routes.delete("/api/v1/cameras/{id}", this::remove);
    javalin.routes.get("/api/v1/cameras/{id}/frame", this::frame);
    javalin.routes.get("/api/v1/sites", r -> r.json(Map.of("sites", sites(), "steps", steps())));
    javalin.routes.get("/api/v1/faces", this::faces);
    javalin.routes.get("/api/v1/faces/{id}/timeline", this::timeline);
    javalin.routes.get("/api/v1/timelines", this::timelines);
    javalin.routes.get("/api/v1/trends", this::trends);
    javalin.routes.get("/api/v1/trends/export.csv", r -> r.contentType("text/csv").result("a,b"));
    javalin.routes.get("/api/v1/moments", this::moments);
    javalin.routes.get("/api/v1/moments/{id}/photo", this::photo);
    javalin.routes.get("/api/v1/stream", stream::open);
    javalin.routes.exception(
        Problem.class,
        (e, r) -> r.status(e.status()).json(e.body()).contentType("application/problem+json"));
  }

  /** As the real server says: the pages must live with it. */
  private static String csp() {
    return "default-src 'self'; frame-ancestors 'none'";
  }

  private void note(Context request) {
    String path = request.path().substring("/api/v1/".length());
    asked.add(path + (request.queryString() == null ? "" : "?" + request.queryString()));
    Integer refusal = refusals.get(path);
    if (refusal != null) {
      throw Problem.of(refusal, "Refused", "refused by the test");
    }
    if (moving.contains(path)) {
      if (!"ok".equals(request.queryParam("stale"))) {
        throw Problem.of(503, "Moving", "moved by the test");
      }
      request.header("X-Moodline-Stale", "true");
    }
  }

  void camera(String id, String site, String name, String state, String reason) {
    long now = now();
    boolean works = state.equals("STREAMING");
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("state", state);
    status.put("since", Venue.time(now - 3_700_000));
    status.put("updatedAt", Venue.time(now + 86_400_000));
    status.put("reason", reason);
    status.put("fps", works ? 4.9 : 0.0);
    status.put("width", Venue.WIDTH);
    status.put("height", Venue.HEIGHT);
    Map<String, Object> camera = new LinkedHashMap<>();
    camera.put("id", id);
    camera.put("site", site);
    camera.put("name", name);
    camera.put("source", "rtsp://***@10.0.0." + (20 + cameras.size()) + "/stream1");
    camera.put("zone", zoneOf(site));
    camera.put("targetFps", 5.0);
    camera.put("enabled", true);
    camera.put("realtime", false);
    camera.put("start", null);
    camera.put("detection", null);
    camera.put("analytics", Map.of("keepPhotos", id.equals("entrance")));
    camera.put("smoothing", Map.of("tauMs", 1_000));
    camera.put("status", status);
    camera.put(
        "frames",
        Map.of(
            "captured",
            18_204 - 1_700 * cameras.size(),
            "classified",
            18_190 - 1_700 * cameras.size(),
            "shed",
            11,
            "deadLettered",
            0,
            "inFlight",
            3));
    camera.put("newestData", works ? Venue.time(now + 86_400_000) : null);
    cameras.put(id, camera);
  }

  Map<String, Object> moment(String kind, String camera, long at, String text, boolean photo) {
    String id = camera + ":" + at + ":" + kind;
    Map<String, Object> moment = new LinkedHashMap<>();
    moment.put("id", id);
    moment.put("kind", kind);
    moment.put("camera", camera);
    moment.put("at", Venue.time(at));
    moment.put("until", Venue.time(at + 2_400));
    moment.put("faces", List.of());
    moment.put("value", 4.0);
    moment.put("text", text);
    moment.put("photo", photo ? "/api/v1/moments/" + id + "/photo" : null);
    moments.add(moment);
    return moment;
  }

  /** As {@link #moment}, told to those who listen. */
  void liveMoment(String kind, String camera, String text) {
    stream.send("moment", moment(kind, camera, now(), text, false));
  }

  private static String zoneOf(String site) {
    return site.equals("market") ? NEW_YORK : BERLIN;
  }

  private List<String> siteIds() {
    return cameras.values().stream().map(camera -> (String) camera.get("site")).distinct().toList();
  }

  private List<Map<String, Object>> sites() {
    return siteIds().stream()
        .map(
            site ->
                Map.<String, Object>of("id", site, "zone", zoneOf(site), "cameras", ofSite(site)))
        .toList();
  }

  private static List<Map<String, Object>> steps() {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (String step : List.of("10s", "1m", "1h", "1d")) {
      Map<String, Object> kept = new LinkedHashMap<>();
      kept.put("step", step);
      Long ms = VenueTrends.KEPT_MS.get(step);
      kept.put("keptSeconds", ms == null ? null : (Long) (ms / 1_000));
      steps.add(kept);
    }
    return steps;
  }

  private List<String> ofSite(String site) {
    return cameras.values().stream()
        .filter(camera -> camera.get("site").equals(site))
        .map(camera -> (String) camera.get("id"))
        .toList();
  }

  private void add(Context request) throws IOException {
    JsonNode body = JSON.readTree(request.body());
    posted.add(body);
    if (body.path("targetFps").asDouble() > 60) {
      throw Problem.brokenRule("targetFps", "targetFps must be above 0 and at most 60");
    }
    String id = body.path("id").asText();
    String site = body.path("site").asText("default");
    camera(id, site, body.path("name").asText(id), "CONNECTING", null);
    request.status(201).json(cameras.get(id));
  }

  private void probe(Context request) throws IOException {
    String source = JSON.readTree(request.body()).path("source").asText();
    if (source.contains("nowhere")) {
      throw Problem.of(422, "Cannot open", "cannot open " + source + ": no route to host");
    }
    picture(request, "entrance", 0);
  }

  private void remove(Context request) {
    cameras.remove(request.pathParam("id"));
    request.status(204);
  }

  private void frame(Context request) {
    Map<String, Object> camera = cameras.get(request.pathParam("id"));
    if (camera == null || !"STREAMING".equals(((Map<?, ?>) camera.get("status")).get("state"))) {
      throw Problem.notFound("there is no picture of the last 10 s");
    }
    picture(request, request.pathParam("id"), VenueStream.tick(now()));
  }

  private void photo(Context request) {
    String[] id = request.pathParam("id").split(":");
    picture(request, id[0], Long.parseLong(id[1]));
  }

  private static void picture(Context request, String camera, long at) {
    request
        .contentType("image/jpeg")
        .header("X-Captured-At", Venue.time(at))
        .result(VenuePicture.jpeg(camera, at));
  }

  private void faces(Context request) {
    long now = now();
    String camera = request.queryParam("camera");
    String open = request.queryParam("open");
    List<Map<String, Object>> faces = new ArrayList<>();
    for (Visitor visitor : Venue.visitors(camera, now - 60_000, now)) {
      faces.add(0, VenueFaces.face(visitor, now));
    }
    for (int i = 0; i < shortVisits; i++) {
      Visitor gone = new Visitor(camera, i, now - 900 + i, now - 500, 0.3, 100, 100);
      faces.add(0, VenueFaces.face(gone, now));
    }
    faces.removeIf(face -> open != null && !open.equals(String.valueOf(face.get("open"))));
    int limit = Integer.parseInt(request.queryParam("limit"));
    request.json(Map.of("faces", faces.subList(0, Math.min(limit, faces.size()))));
  }

  private void timeline(Context request) {
    String id = request.pathParam("id");
    long from = Long.parseLong(id.split(":")[1]);
    Visitor visitor =
        Venue.visitors(id.split(":")[0], from, from + 1).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("there is no face \"" + id + "\""));
    request.json(VenueFaces.timeline(visitor, now(), true));
  }

  private void timelines(Context request) {
    long now = now();
    long from = Long.parseLong(request.queryParam("from"));
    List<Map<String, Object>> found =
        Venue.visitors(request.queryParam("camera"), from, now).stream()
            .map(visitor -> VenueFaces.timeline(visitor, now, false))
            .toList();
    request.json(Map.of("timelines", found));
  }

  private void trends(Context request) {
    String camera = request.queryParam("camera");
    String site = camera == null ? request.queryParam("site") : null;
    String scope = camera != null ? "CAMERA" : site != null ? "SITE" : "ALL";
    String id = camera != null ? camera : site != null ? site : "*";
    String siteOfZone = camera == null ? site : String.valueOf(cameras.get(camera).get("site"));
    ZoneId zone = ZoneId.of(siteOfZone == null ? "UTC" : zoneOf(siteOfZone));
    long now = now();
    List<VenuePlace> places =
        scope.equals("ALL")
            ? siteIds().stream().map(one -> place(ZoneId.of(zoneOf(one)), one, 7, now)).toList()
            : List.of(place(zone, id, camera == null ? 7 : 3, now));
    request.json(
        new VenueTrends(zone, id, places, now)
            .answer(
                scope,
                Long.parseLong(request.queryParam("from")),
                Long.parseLong(request.queryParam("to")),
                request.queryParam("step"),
                request.queryParam("compare")));
  }

  private VenuePlace place(ZoneId zone, String id, double crowd, long now) {
    return new VenuePlace(zone, id, crowd, now - WEEK_MS, now, analysedLate);
  }

  private void moments(Context request) {
    String kind = request.queryParam("kind");
    String camera = request.queryParam("camera");
    String site = request.queryParam("site");
    List<Map<String, Object>> found =
        moments.stream()
            .filter(moment -> kind == null || moment.get("kind").equals(kind))
            .filter(moment -> camera == null || moment.get("camera").equals(camera))
            .filter(moment -> site == null || ofSite(site).contains((String) moment.get("camera")))
            .sorted(Comparator.comparing(moment -> Instant.parse((String) moment.get("at"))))
            .toList();
    String page = request.queryParam("page"); // How many older ones there are.
    int end = page == null ? found.size() : Integer.parseInt(page);
    int begin = Math.max(0, end - Integer.parseInt(request.queryParam("limit")));
    List<Map<String, Object>> newestFirst = new ArrayList<>(found.subList(begin, end));
    Collections.reverse(newestFirst);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("moments", newestFirst);
    answer.put("next", begin == 0 ? null : String.valueOf(begin));
    request.json(answer);
  }

  @Override
  public void close() {
    stop();
  }

  /** For looking at the pages while writing them: serves until the process is ended. */
  public static void main(String[] arguments) {
    System.out.println(arguments.length == 0 ? populated().url() : new VenueServer().url());
  }
}
