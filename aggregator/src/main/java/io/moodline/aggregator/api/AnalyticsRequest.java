package io.moodline.aggregator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.schemas.AnalyticsSettings;
import java.util.List;

/** Reads the field {@code analytics} of a camera in the body of a request. */
final class AnalyticsRequest {

  private static final String NAME = "analytics";
  private static final List<String> FIELDS =
      List.of(
          "smoothingTauMs", "smoothingMargin", "smoothingDwellMs", "uncertainBelow", "keepPhotos");

  private AnalyticsRequest() {}

  /**
   * The settings.
   *
   * @param value null or a JSON null: the camera has none of its own
   * @throws Problem when a field has a wrong type or name; values are judged by {@link
   *     io.moodline.topics.AnalyticsRules}
   */
  static AnalyticsSettings read(JsonNode value) {
    if (JsonFields.isAbsent(value)) {
      return null;
    }
    JsonFields.requireFields(NAME, value, FIELDS);
    return new AnalyticsSettings(
        millis("smoothingTauMs", value),
        number("smoothingMargin", value),
        millis("smoothingDwellMs", value),
        number("uncertainBelow", value),
        JsonFields.flag(NAME + ".keepPhotos", value.get("keepPhotos"), false));
  }

  private static Long millis(String field, JsonNode value) {
    Integer ms = JsonFields.whole(NAME + "." + field, value.get(field));
    return ms == null ? null : (Long) ms.longValue();
  }

  private static Double number(String field, JsonNode value) {
    return JsonFields.number(NAME + "." + field, value.get(field));
  }
}
