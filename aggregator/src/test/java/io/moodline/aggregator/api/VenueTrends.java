package io.moodline.aggregator.api;

import static io.moodline.aggregator.api.Venue.at;
import static io.moodline.aggregator.api.Venue.windowEnd;
import static io.moodline.aggregator.api.Venue.windowStart;

import io.moodline.schemas.Emotion;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trends of the {@link Venue} in the API's form: closed at night, withheld in the first half hour,
 * the camera down after noon, nothing before a week ago.
 */
final class VenueTrends {

  /** How long windows of a step are kept; of others for ever. */
  static final Map<String, Long> KEPT_MS =
      Map.of("10s", 2 * 86_400_000L, "1m", 14 * 86_400_000L, "1h", 730 * 86_400_000L);

  private final ZoneId zone;
  private final String id;
  private final double crowd;
  private final long bornMs;
  private final long nowMs;
  private final boolean keepsAll;

  /**
   * @param crowd people in view at the busiest time
   * @param bornMs before this there are no data
   * @param keepsAll nothing has expired
   */
  VenueTrends(ZoneId zone, String id, double crowd, long bornMs, long nowMs, boolean keepsAll) {
    this.zone = zone;
    this.id = id;
    this.crowd = crowd;
    this.bornMs = bornMs;
    this.nowMs = nowMs;
    this.keepsAll = keepsAll;
  }

  Map<String, Object> answer(String scope, long from, long to, String step, String compare) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("scope", scope);
    answer.put("id", id);
    answer.put("step", step);
    answer.put("zone", zone.getId());
    answer.put("from", local(from));
    answer.put("to", local(to));
    answer.put("minFaces", 3);
    answer.put("points", points(from, to, step, 0));
    answer.put("comparison", null);
    if (compare != null) {
      long back = compare.equals("previous-day") ? 1 : 7;
      answer.put(
          "comparison",
          Map.of(
              "kind", compare,
              "from", local(from - back * 86_400_000),
              "to", local(to - back * 86_400_000),
              "points", points(from, to, step, back)));
    }
    return answer;
  }

  private List<Map<String, Object>> points(long from, long to, String step, long daysBack) {
    List<Map<String, Object>> points = new ArrayList<>();
    for (long start = windowStart(from, step, zone); start < to; ) {
      long end = windowEnd(start, step, zone);
      points.add(point(start - daysBack * 86_400_000, end - daysBack * 86_400_000, step));
      start = end;
    }
    return points;
  }

  private Map<String, Object> point(long from, long to, String step) {
    boolean wholeDay = step.equals("1d");
    SplittableRandom random = new SplittableRandom(from / 1000 * 7 + id.hashCode());
    double hour = at(from, zone).getHour() + at(from, zone).getMinute() / 60.0;
    String state = isKept(from, step) ? state(from, hour, wholeDay) : "NO_DATA";
    double seconds = (Math.min(to, Math.max(from, nowMs)) - from) / 1000.0;
    double busy = wholeDay ? 0.5 : Math.max(0.08, Math.sin((hour - 8) / 14 * Math.PI));
    boolean seen = state.equals("OK");
    double people = seen ? crowd * busy * (0.8 + 0.4 * random.nextDouble()) : 0;
    long arrivals = seen ? Math.round(people * seconds / 30) : 0;
    double mean =
        61 + 9 * Math.sin(hour / 3) + (random.nextDouble() - 0.5) * (seconds < 600 ? 12 : 4);
    long count = Math.max(1, Math.round(people * seconds));
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("from", local(from));
    point.put("to", local(to));
    point.put("state", state);
    point.put("closed", to <= nowMs);
    point.put("frames", state.equals("NO_DATA") || state.equals("CAMERA_DOWN") ? 0 : seconds * 5);
    point.put("framesWithFaces", seen ? seconds * 4 : 0);
    point.put("faces", seen ? arrivals + Math.round(people) : 0);
    point.put("arrivals", arrivals);
    point.put("observations", seen ? count * 5 : 0);
    point.put("faceSeconds", people * seconds);
    point.put("lowQuality", seen ? count / 5 : 0);
    point.put("uncertain", seen ? count / 4 : 0);
    point.put("late", 0);
    point.put("downSeconds", state.equals("CAMERA_DOWN") ? seconds : 0);
    point.put(
        "satisfaction",
        seen
            ? Map.of("mean", mean, "standardError", 18 / Math.sqrt(count / 4.0 + 1), "count", count)
            : null);
    Map<String, Double> shares = seen ? shares(mean, random) : null;
    point.put("probabilities", shares);
    point.put("dominantShares", shares);
    return point;
  }

  private boolean isKept(long from, String step) {
    return keepsAll || from >= nowMs - KEPT_MS.getOrDefault(step, nowMs);
  }

  private String state(long from, double hour, boolean wholeDay) {
    if (from < bornMs || from > nowMs) {
      return "NO_DATA";
    }
    if (wholeDay) {
      return "OK";
    }
    if (from > nowMs - 25 * 60_000 && from < nowMs - 18 * 60_000) {
      return "CAMERA_DOWN";
    }
    if (from > nowMs - 3_600_000) {
      return from > nowMs - 35 * 60_000 && from < nowMs - 30 * 60_000 ? "NO_FACE" : "OK";
    }
    if (hour < 8 || hour >= 22) {
      return "NO_FACE";
    }
    return hour < 8.5 ? "WITHHELD" : hour >= 13 && hour < 14 ? "CAMERA_DOWN" : "OK";
  }

  private static Map<String, Double> shares(double mean, SplittableRandom random) {
    double[] p = new double[8];
    for (int i = 0; i < p.length; i++) {
      p[i] = 0.02 + 0.05 * random.nextDouble();
    }
    p[Emotion.HAPPINESS.ordinal()] = Math.max(0.05, (mean - 40) / 80);
    p[Emotion.SADNESS.ordinal()] = Math.max(0.03, (65 - mean) / 130);
    p[Emotion.NEUTRAL.ordinal()] = 0.45;
    double sum = 0;
    for (double value : p) {
      sum += value;
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return Venue.byEmotion(p);
  }

  private String local(long ms) {
    return at(ms, zone).toOffsetDateTime().toString();
  }
}
