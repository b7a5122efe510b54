package io.moodline.app.replay;

import io.moodline.schemas.Emotion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is true of one window: everything is kept, nothing is summed before it is asked for. */
final class WindowTruth {

  long frames;
  long framesWithFaces;
  long late;
  long faceMs;
  final List<TrackTruth.Look> looks = new ArrayList<>();

  /** Where a window begins, by java.time. */
  static long start(String step, ZoneId zone, long atMs) {
    long dayMs =
        Instant.ofEpochMilli(atMs)
            .atZone(zone)
            .toLocalDate()
            .atStartOfDay(zone)
            .toInstant()
            .toEpochMilli();
    return switch (step) {
      case "10s" -> atMs / 10_000 * 10_000;
      case "1m" -> atMs / 60_000 * 60_000;
      case "1h" -> dayMs + (atMs - dayMs) / 3_600_000 * 3_600_000;
      case "1d" -> dayMs;
      default -> throw new IllegalArgumentException(step);
    };
  }

  long distinctFaces() {
    Set<String> ids = new HashSet<>();
    looks.forEach(look -> ids.add(look.event().getFaceId()));
    return ids.size();
  }

  long arrivals() {
    return looks.stream().filter(TrackTruth.Look::first).count();
  }

  long lowQuality() {
    return looks.stream().filter(TrackTruth.Look::unfit).count();
  }

  long uncertain() {
    return looks.stream().filter(TrackTruth.Look::uncertain).count();
  }

  private List<TrackTruth.Look> judged() {
    return looks.stream().filter(look -> !look.unfit()).toList();
  }

  /** Mean smoothed probability; NaN when nobody was judged. */
  double probability(Emotion emotion) {
    return judged().stream()
        .mapToDouble(look -> look.smoothed()[emotion.ordinal()])
        .average()
        .orElse(Double.NaN);
  }

  /** Share of faces and frames with this dominant emotion; NaN when nobody was judged. */
  double dominantShare(Emotion emotion) {
    return judged().stream()
        .mapToDouble(look -> look.dominant() == emotion ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** Satisfaction of everybody who was certain. */
  List<Double> satisfactions() {
    return judged().stream()
        .filter(look -> !look.uncertain())
        .map(TrackTruth.Look::satisfaction)
        .toList();
  }

  /** Standard error of their mean, in two passes; NaN for fewer than two. */
  double standardError() {
    List<Double> values = satisfactions();
    int n = values.size();
    double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
  }
}
