package io.moodline.aggregator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.schemas.Camera;
import io.moodline.topics.Ids;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Reads a camera from the body of a request; what is wrong is named, with what is allowed. */
final class CameraRequest {

  private static final List<String> FIELDS =
      List.of("id", "site", "name", "source", "targetFps", "enabled", "realtime", "start");
  private static final List<String> SCHEMES =
      List.of("rtsp", "rtsps", "http", "https", "rtmp", "rtmps", "srt", "udp", "tcp", "rtp");
  private static final int MAX_NAME = 200;
  private static final int MAX_SOURCE = 2_000;
  private static final double MAX_FPS = 60;
  private static final String ID = "1 to 63 of the characters a-z, 0-9 and -, not beginning with -";

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
    CameraRequest request = new CameraRequest(body);
    String id = request.id("id", null);
    return Camera.newBuilder()
        .setId(id)
        .setSite(request.id("site", "default"))
        .setName(request.name(id))
        .setSource(request.source(localSources))
        .setTargetFps(request.targetFps())
        .setEnabled(request.flag("enabled", true))
        .setRealtime(request.flag("realtime", false))
        .setStartMs(request.start())
        .setAddedBy("api")
        .setUpdatedAtMs(nowMs)
        .build();
  }

  private String text(String field, String otherwise, int max) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    String allowed = "text of 1 to " + max + " characters, none of them a control character";
    if (!value.isTextual()) {
      throw Problem.badParameter(field, value.toString(), allowed);
    }
    String text = value.textValue().strip();
    if (text.isEmpty() || text.length() > max || text.chars().anyMatch(Character::isISOControl)) {
      throw Problem.badParameter(field, "source".equals(field) ? "…" : text, allowed);
    }
    return text;
  }

  private String id(String field, String otherwise) {
    String id = text(field, otherwise, 63);
    if (!Ids.isValid(id)) {
      throw Problem.badParameter(field, id, ID);
    }
    return id;
  }

  private String name(String id) {
    return text("name", id, MAX_NAME);
  }

  private String source(boolean localSources) {
    String source = text("source", null, MAX_SOURCE);
    String allowed =
        "demo, or a URL that begins with one of "
            + String.join(", ", SCHEMES)
            + (localSources ? ", or the path of a file, a folder of images or a device" : "");
    if (source == null) {
      throw Problem.badParameter("source", null, allowed);
    }
    if (isDemo(source)) {
      return source;
    }
    int colon = source.indexOf("://");
    String scheme = colon < 0 ? "file" : source.substring(0, colon).toLowerCase(Locale.ROOT);
    boolean local = scheme.equals("file");
    if (local ? !localSources : !new TreeSet<>(SCHEMES).contains(scheme)) {
      throw Problem.badParameter("source", SourceMask.mask(source), allowed);
    }
    return source;
  }

  private static boolean isDemo(String source) {
    return source.matches("demo([:?].*)?");
  }

  private double targetFps() {
    JsonNode value = body.get("targetFps");
    if (value == null || value.isNull()) {
      return 5;
    }
    double fps = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(fps > 0 && fps <= MAX_FPS)) {
      throw Problem.badParameter(
          "targetFps", value.asText(), "a number above 0, at most " + (int) MAX_FPS);
    }
    return fps;
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
