package io.moodline.aggregator.api;

import static io.moodline.aggregator.api.Venue.at;
import static io.moodline.aggregator.api.Venue.windowEnd;
import static io.moodline.aggregator.api.Venue.windowStart;

import io.moodline.aggregator.api.VenuePlace.Seen;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trends of the {@link Venue} in the API's form; those of several places are their sum. */
final class VenueTrends {

  /** How long windows of a step are kept; of others for ever. */
  static final Map<String, Long> KEPT_MS =
      Map.of("10s", 2 * 86_400_000L, "1m", 14 * 86_400_000L, "1h", 730 * 86_400_000L);

  private final ZoneId zone;
  private final String id;
  private final List<VenuePlace> places;
  private final long nowMs;

  /**
   * @param zone of the windows
   * @param places whose figures are added up
   */
  VenueTrends(ZoneId zone, String id, List<VenuePlace> places, long nowMs) {
    this.zone = zone;
    this.id = id;
    this.places = places;
    this.nowMs = nowMs;
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
    Seen seen =
        places.stream().map(place -> place.seen(from, to, step)).reduce(Seen.NOTHING, Seen::plus);
    boolean down = seen.state().equals("CAMERA_DOWN");
    double seconds = (Math.min(to, Math.max(from, nowMs)) - from) / 1000.0;
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("from", local(from));
    point.put("to", local(to));
    point.put("state", seen.state());
    point.put("closed", to <= nowMs);
    point.put("frames", seen.frames());
    point.put("framesWithFaces", seen.hasFigures() ? seen.frames() * 0.8 : 0);
    point.put("faces", seen.faces());
    point.put("arrivals", seen.arrivals());
    point.put("observations", seen.count() * 5);
    point.put("faceSeconds", seen.people() * seconds);
    point.put("lowQuality", seen.count() / 5);
    point.put("uncertain", seen.count() / 4);
    point.put("late", 0);
    point.put("downSeconds", down ? seconds : 0);
    point.put("satisfaction", seen.hasFigures() ? satisfaction(seen) : null);
    Map<String, Double> shares = seen.hasFigures() ? Venue.byEmotion(seen.shares()) : null;
    point.put("probabilities", shares);
    point.put("dominantShares", shares);
    return point;
  }

  private static Map<String, Object> satisfaction(Seen seen) {
    return Map.of(
        "mean", seen.mean(),
        "standardError", 18 / Math.sqrt(seen.count() / 4.0 + 1),
        "count", seen.count());
  }

  private String local(long ms) {
    return at(ms, zone).toOffsetDateTime().toString();
  }
}
