package io.moodline.aggregator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.schemas.Corner;
import io.moodline.schemas.DetectionSettings;
import io.moodline.schemas.Zone;
import io.moodline.topics.DetectionRules;
import java.util.ArrayList;
import java.util.List;

/** Reads the field {@code detection} of a camera in the body of a request. */
final class DetectionRequest {

  private static final String NAME = "detection";
  private static final List<String> FIELDS =
      List.of("detector", "minFace", "minScore", "searchEvery", "include", "exclude");
  private static final List<String> ZONE_FIELDS = List.of("name", "corners");
  private static final String CORNER =
      "a pair [x, y] of shares of the picture's width and height, each 0 to 1";

  private DetectionRequest() {}

  /**
   * The settings.
   *
   * @param value null or a JSON null: the camera has none of its own
   * @throws Problem when a field has a wrong type or name; values are judged by {@link
   *     DetectionRules}
   */
  static DetectionSettings read(JsonNode value) {
    if (JsonFields.isAbsent(value)) {
      return null;
    }
    JsonFields.requireFields(NAME, value, FIELDS);
    return new DetectionSettings(
        JsonFields.text(NAME + ".detector", value.get("detector")),
        JsonFields.whole(NAME + ".minFace", value.get("minFace")),
        JsonFields.number(NAME + ".minScore", value.get("minScore")),
        JsonFields.whole(NAME + ".searchEvery", value.get("searchEvery")),
        zones(NAME + ".include", value.get("include")),
        zones(NAME + ".exclude", value.get("exclude")));
  }

  private static List<Zone> zones(String field, JsonNode value) {
    if (JsonFields.isAbsent(value)) {
      return List.of();
    }
    JsonFields.requireArray(field, value, "a list of zones");
    List<Zone> zones = new ArrayList<>();
    for (JsonNode zone : value) {
      zones.add(zone(field + "[" + zones.size() + "]", zone));
    }
    return zones;
  }

  private static Zone zone(String field, JsonNode value) {
    JsonFields.requireFields(field, value, ZONE_FIELDS);
    JsonNode corners = value.get("corners");
    JsonFields.requireArray(field + ".corners", corners, "a list of corners, each " + CORNER);
    List<Corner> read = new ArrayList<>();
    for (JsonNode corner : corners) {
      read.add(corner(field + ".corners[" + read.size() + "]", corner));
    }
    String name = JsonFields.text(field + ".name", value.get("name"));
    return new Zone(name == null ? "" : name, read);
  }

  private static Corner corner(String field, JsonNode value) {
    if (!value.isArray()
        || value.size() != 2
        || !value.get(0).isNumber()
        || !value.get(1).isNumber()) {
      throw Problem.badParameter(field, value.toString(), CORNER);
    }
    return new Corner(value.get(0).doubleValue(), value.get(1).doubleValue());
  }
}
