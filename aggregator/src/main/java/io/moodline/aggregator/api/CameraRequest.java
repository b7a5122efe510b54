package io.moodline.aggregator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.schemas.Camera;
import io.moodline.topics.CameraRules;
import io.moodline.topics.SourceAddresses;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads a camera from the body of a request; what is wrong is named, with what is allowed. */
final class CameraRequest {

  private static final String SOURCE = "source";
  private static final List<String> FIELDS =
      List.of(
          "id",
          "site",
          "name",
          SOURCE,
          "targetFps",
          "enabled",
          "realtime",
          "start",
          "detection",
          "analytics");
  private static final List<String> SCHEMES =
      List.of("rtsp", "rtsps", "http", "https", "rtmp", "rtmps", "srt", "udp", "tcp");
  private static final double DEFAULT_FPS = 5;

  private final JsonNode body;
  private final Function<String, Optional<Camera>> registered;

  private CameraRequest(JsonNode body, Function<String, Optional<Camera>> registered) {
    this.body = body;
    this.registered = registered;
  }

  /**
   * The camera that a body describes. Without a source it keeps the address that it has: nobody is
   * shown its password, so nobody could send it again.
   *
   * @param localSources whether files, folders and devices are accepted
   * @param registered the camera that there is of an id
   * @throws Problem naming the field and what is allowed
   */
  static Camera read(
      JsonNode body,
      boolean localSources,
      Function<String, Optional<Camera>> registered,
      long nowMs) {
    if (body == null || !body.isObject()) {
      throw Problem.badParameter("the body", null, "a JSON object with id and source");
    }
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw Problem.unknownParameter(name, FIELDS);
      }
    }
    CameraRequest request = new CameraRequest(body, registered);
    Camera camera = request.camera(nowMs);
    boolean keepsSource = request.keepsSource();
    for (CameraRules.Violation violation : CameraRules.violations(camera)) {
      if (!keepsSource || !violation.field().equals(SOURCE)) {
        throw Problem.brokenRule(violation.field(), violation.message());
      }
    }
    if (!keepsSource) {
      requireAllowed(camera.getSource(), localSources);
    }
    return camera;
  }

  private Camera camera(long nowMs) {
    String id = text("id", null);
    return Camera.newBuilder()
        .setId(id)
        .setSite(text("site", "default"))
        .setName(text("name", id))
        .setSource(source(id))
        .setTargetFps(targetFps())
        .setEnabled(flag("enabled", true))
        .setRealtime(flag("realtime", false))
        .setStartMs(start())
        .setDetection(DetectionRequest.read(body.get("detection")))
        .setAnalytics(AnalyticsRequest.read(body.get("analytics")))
        .setAddedBy("api")
        .setUpdatedAtMs(nowMs)
        .build();
  }

  private boolean keepsSource() {
    return JsonFields.isAbsent(body.get(SOURCE));
  }

  private String source(String id) {
    Optional<Camera> before = keepsSource() ? registered.apply(id) : Optional.empty();
    String source = text(SOURCE, before.map(Camera::getSource).orElse(null));
    if (!keepsSource() && SourceAddresses.isMasked(source)) {
      throw Problem.brokenRule(
          SOURCE,
          "source has *** where its user, password or key was hidden: write the whole address, or"
              + " leave source out, and a camera that exists keeps its address");
    }
    return source;
  }

  /**
   * A field's text; {@code otherwise} when it is absent, unless that is null: then it must be
   * there.
   */
  private String text(String field, String otherwise) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      if (otherwise != null) {
        return otherwise;
      }
      throw Problem.badParameter(field, null, "text");
    }
    String text = value.isTextual() ? value.textValue().strip() : "";
    if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
      throw Problem.brokenRule(
          field, field + " must be text that is not blank and has no control characters");
    }
    return text;
  }

  /** Refuses a source that this API may not have opened. */
  static void requireAllowed(String source, boolean localSources) {
    if (source.equals("demo") || source.startsWith("demo:")) {
      return;
    }
    int colon = source.indexOf("://");
    String scheme = colon < 0 ? "file" : source.substring(0, colon).toLowerCase(Locale.ROOT);
    boolean allowed = scheme.equals("file") ? localSources : SCHEMES.contains(scheme);
    if (!allowed) {
      throw Problem.badParameter(
          SOURCE,
          SourceAddresses.shown(source),
          "demo, or a URL that begins with one of "
              + String.join(", ", SCHEMES)
              + (localSources
                  ? ", or the path of a file, a folder of images or a device"
                  : "; files and devices are accepted only by an API that listens on loopback, or"
                      + " with aggregator.api.allow.local.sources=true"));
    }
  }

  private double targetFps() {
    JsonNode value = body.get("targetFps");
    if (value == null || value.isNull()) {
      return DEFAULT_FPS;
    }
    if (!value.isNumber()) {
      throw Problem.badParameter(
          "targetFps", value.asText(), "a number above 0, at most " + CameraRules.MAX_FPS);
    }
    return value.doubleValue();
  }

  private boolean flag(String field, boolean otherwise) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw Problem.badParameter(field, value.toString(), "true or false");
    }
    return value.booleanValue();
  }

  private Long start() {
    JsonNode value = body.get("start");
    return value == null || value.isNull() ? null : (Long) Params.time("start", value.asText());
  }
}
