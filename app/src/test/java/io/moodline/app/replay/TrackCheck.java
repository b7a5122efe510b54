package io.moodline.app.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.schemas.Emotion;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What is said of one track against what is true of it. */
final class TrackCheck {

  /** Answers have four digits after the point. */
  private static final double ROUNDING = 0.000_051;

  private TrackCheck() {}

  static void check(Differences differences, JsonNode said, TrackTruth track) {
    String where = said.at("/id").textValue();
    int last = track.looks.size() - 1;
    differences.same(where, "firstSeen", ms(said, "/firstSeen"), track.looks.get(0).atMs());
    differences.same(where, "lastSeen", ms(said, "/lastSeen"), track.looks.get(last).atMs());
    differences.same(
        where, "observations", said.at("/observations").intValue(), track.looks.size());
    differences.same(where, "lowQuality", said.at("/lowQuality").longValue(), track.unfit());
    double satisfaction = track.satisfaction();
    differences.near(where, "satisfaction", number(said, "/satisfaction"), satisfaction, ROUNDING);
    for (Emotion emotion : Emotion.values()) {
      String path = "/meanProbabilities/" + emotion;
      differences.near(where, path, number(said, path), track.mean(emotion), ROUNDING);
    }
    if (!track.parts.isEmpty()) {
      Map<Emotion, Long> held = new EnumMap<>(Emotion.class);
      track.parts.forEach(p -> held.merge(p.emotion(), p.toMs() - p.fromMs(), Long::sum));
      Emotion dominant = Emotion.valueOf(said.at("/dominant").textValue());
      long longest = held.values().stream().mapToLong(ms -> ms).max().orElseThrow();
      differences.same(
          where, "time of dominant " + dominant, held.getOrDefault(dominant, -1L), longest);
    }
  }

  static void checkSegments(Differences differences, JsonNode said, TrackTruth track) {
    String where = said.at("/id").textValue();
    JsonNode segments = said.at("/segments");
    differences.same(where, "number of segments", segments.size(), track.parts.size());
    for (int i = 0; i < Math.min(segments.size(), track.parts.size()); i++) {
      JsonNode segment = segments.get(i);
      TrackTruth.Part part = track.parts.get(i);
      String at = where + " segment " + i;
      differences.same(at, "emotion", segment.at("/emotion").textValue(), part.emotion().name());
      differences.same(at, "from", ms(segment, "/from"), part.fromMs());
      differences.same(at, "to", ms(segment, "/to"), part.toMs());
    }
  }

  static void checkVerdict(Differences differences, JsonNode said, TrackTruth track) {
    String where = said.at("/id").textValue();
    JsonNode verdict = said.at("/verdict");
    if (track.parts.isEmpty()) {
      differences.same(where, "verdict", verdict.isObject(), false);
      return;
    }
    double weight = track.weight();
    double highest = 0;
    for (Emotion emotion : Emotion.values()) {
      double mean = track.weightedMean(emotion);
      highest = Math.max(highest, mean);
      String path = "/probabilities/" + emotion;
      differences.near(where, "verdict" + path, number(verdict, path), mean, ROUNDING);
    }
    Emotion emotion = Emotion.valueOf(verdict.at("/emotion").textValue());
    differences.near(where, "verdict", track.weightedMean(emotion), highest, 1e-9);
    // Four perfect frames' worth of no opinion are added.
    double confidence = (weight * highest + 4.0 / 8) / (weight + 4);
    differences.near(where, "confidence", number(verdict, "/confidence"), confidence, ROUNDING);
    differences.near(where, "weight", number(verdict, "/weight"), weight, 1e-3);
    boolean longEnough = track.minutes() * 60 >= 5;
    double flips = longEnough ? (track.parts.size() - 1) / track.minutes() : Double.NaN;
    differences.near(where, "flips", number(said, "/flipsPerMinute"), flips, ROUNDING);
    double raw = longEnough ? track.rawChanges() / track.minutes() : Double.NaN;
    differences.near(where, "raw flips", number(said, "/rawFlipsPerMinute"), raw, ROUNDING);
  }

  /** The series has what was smoothed, from the first frame on, a second and more apart. */
  static void checkSeries(Differences differences, JsonNode said, TrackTruth track) {
    String where = said.at("/id").textValue();
    JsonNode series = said.at("/series");
    int at = 0;
    long beforeMs = Long.MIN_VALUE / 2;
    for (TrackTruth.Look look : track.looks) {
      if (look.unfit() || look.atMs() - beforeMs < 1_000) {
        continue;
      }
      beforeMs = look.atMs();
      JsonNode point = series.path(at++);
      differences.same(
          where, "point " + at, point.isMissingNode() ? 0 : ms(point, "/at"), beforeMs);
      for (Emotion emotion : Emotion.values()) {
        String path = "/probabilities/" + emotion;
        double smoothed = look.smoothed()[emotion.ordinal()];
        differences.near(where + " point " + at, path, number(point, path), smoothed, ROUNDING);
      }
    }
    differences.same(where, "points", series.size(), at);
  }

  private static long ms(JsonNode said, String path) {
    return Instant.parse(said.at(path).textValue()).toEpochMilli();
  }

  private static double number(JsonNode said, String path) {
    JsonNode value = said.at(path);
    return value.isNumber() ? value.doubleValue() : Double.NaN;
  }
}
