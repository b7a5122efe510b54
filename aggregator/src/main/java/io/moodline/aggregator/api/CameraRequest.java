package io.moodline.aggregator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.schemas.Camera;
import io.moodline.topics.CameraRules;
import io.moodline.topics.SourceAddresses;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Reads a camera from the body of a request; what is wrong is named, with what is allowed. */
final class CameraRequest {

  private static final List<String> FIELDS =
      List.of(
          "id",
          "site",
          "name",
          "source",
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

  private CameraRequest(JsonNode body) {
    this.body = body;
  }

  /**
   * The camera that a body describes.
   *
   * @param localSources whether files, folders and devices are accepted
   * @throws Problem naming the field and what is allowed
   */
  static Camera read(JsonNode body, boolean localSources, long nowMs) {
    if (body == null || !body.isObject()) {
      throw Problem.badParameter("the body", null, "a JSON object with id and source");
    }
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw Problem.unknownParameter(name, FIELDS);
      }
    }
    Camera camera = new CameraRequest(body).camera(nowMs);
    for (CameraRules.Violation violation : CameraRules.violations(camera)) {
      throw Problem.brokenRule(violation.field(), violation.message());
    }
    requireAllowed(camera.getSource(), localSources);
    return camera;
  }

  private Camera camera(long nowMs) {
    String id = text("id", null);
    return Camera.newBuilder()
        .setId(id)
        .setSite(text("site", "default"))
        .setName(text("name", id))
        .setSource(text("source", null))
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
          "source",
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
