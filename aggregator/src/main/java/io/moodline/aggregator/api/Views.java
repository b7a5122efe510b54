package io.moodline.aggregator.api;

import io.moodline.schemas.Emotion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How values look in answers. */
final class Views {

  private static final Emotion[] EMOTIONS = Emotion.values();

  private Views() {}

  /** A page under a name. */
  static Map<String, Object> page(String name, Listing.Page<?> page) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(name, page.items());
    answer.put("next", page.next());
    return answer;
  }

  /** ISO-8601, UTC; null stays null. */
  static String time(Long ms) {
    return ms == null ? null : Instant.ofEpochMilli(ms).toString();
  }

  /** ISO-8601 with the offset that a zone has then. */
  static String time(long ms, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Instant.ofEpochMilli(ms).atZone(zone));
  }

  /** A time, or null when there is none yet (0). */
  static String timeOrNull(long ms) {
    return ms == 0 ? null : time(ms);
  }

  /** Emotion to number, in the order of the enum; null for an empty list. */
  static Map<String, Double> byEmotion(List<? extends Number> values) {
    if (values.isEmpty()) {
      return null;
    }
    Map<String, Double> result = new LinkedHashMap<>();
    for (int i = 0; i < EMOTIONS.length; i++) {
      result.put(EMOTIONS[i].name(), rounded(values.get(i).doubleValue()));
    }
    return result;
  }

  /** Emotion to number, each divided by {@code by}; null when that is 0. */
  static Map<String, Double> byEmotion(List<? extends Number> sums, long by) {
    return by == 0
        ? null
        : byEmotion(sums.stream().map(value -> value.doubleValue() / by).toList());
  }

  /** Four digits after the point: more would be noise. */
  static Double rounded(Double value) {
    return value == null ? null : (Double) (Math.round(value * 10_000) / 10_000.0);
  }
}
