package io.moodline.aggregator.api;

import io.moodline.schemas.Emotion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Visitors of a made-up venue who come, look about and go, the same at every asking: one may arrive
 * before each camera every twelve seconds. Only for the pages: no pipeline is in it.
 */
final class Venue {

  static final int WIDTH = 960;
  static final int HEIGHT = 540;
  private static final long SLOT_MS = 12_000;
  private static final long LONGEST_MS = 60_000;

  /** Divided by their sum, in place, so that they are shares of the whole. */
  static double[] shares(double[] p) {
    double sum = 0;
    for (double value : p) {
      sum += value;
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  /** One visit. */
  record Visitor(String camera, long slot, long from, long to, double mood, double x, double size) {

    String id() {
      return camera + ":" + from + ":0";
    }

    /** Eight probabilities in the order of {@link Emotion}; the mood drifts slowly. */
    double[] probabilities(long at) {
      double now = mood + 0.45 * Math.sin((at - from) / 6_000.0 + slot);
      double[] p = new double[8];
      p[Emotion.NEUTRAL.ordinal()] = 0.4;
      p[Emotion.HAPPINESS.ordinal()] = Math.max(0.04, now);
      p[Emotion.SADNESS.ordinal()] = Math.max(0.04, -0.6 * now);
      p[Emotion.ANGER.ordinal()] = Math.max(0.02, -0.5 * now);
      p[Emotion.SURPRISE.ordinal()] = 0.05 + Math.max(0, 0.5 * Math.sin(at / 5_000.0 + slot));
      p[Emotion.DISGUST.ordinal()] = 0.03;
      p[Emotion.FEAR.ordinal()] = 0.03 + Math.max(0, 0.3 * Math.sin(at / 9_000.0 + 2 * slot) - 0.1);
      p[Emotion.CONTEMPT.ordinal()] = 0.03;
      return shares(p);
    }

    double left(long at) {
      return Math.min(WIDTH - size - 10, x + (at - from) / 400.0);
    }

    double top() {
      return 130 + size / 3;
    }
  }

  private Venue() {}

  /** Who was before the camera at some time of the span, the first first. */
  static List<Visitor> visitors(String camera, long fromMs, long toMs) {
    List<Visitor> found = new ArrayList<>();
    for (long slot = (fromMs - LONGEST_MS) / SLOT_MS; slot * SLOT_MS <= toMs; slot++) {
      SplittableRandom random = new SplittableRandom(slot * 31 + camera.hashCode());
      boolean comes = random.nextDouble() < 0.7;
      long from = slot * SLOT_MS + random.nextInt(8_000);
      long to = from + 9_000 + random.nextInt(40_000);
      double mood = -0.35 + random.nextDouble() * 1.1;
      double x = 40 + random.nextInt(680);
      double size = 80 + random.nextInt(90);
      if (comes && to >= fromMs && from <= toMs) {
        found.add(new Visitor(camera, slot, from, to, mood, x, size));
      }
    }
    return found;
  }

  static String time(long ms) {
    return Instant.ofEpochMilli(ms).toString();
  }

  static Map<String, Double> byEmotion(double[] values) {
    Map<String, Double> result = new LinkedHashMap<>();
    for (Emotion emotion : Emotion.values()) {
      result.put(emotion.name(), Views.rounded(values[emotion.ordinal()]));
    }
    return result;
  }

  static Emotion dominant(double[] p) {
    int best = 0;
    for (int i = 1; i < p.length; i++) {
      best = p[i] > p[best] ? i : best;
    }
    return Emotion.values()[best];
  }

  static double satisfaction(double[] p) {
    double valence =
        p[Emotion.HAPPINESS.ordinal()]
            - p[Emotion.SADNESS.ordinal()]
            - p[Emotion.ANGER.ordinal()]
            + 0.3 * p[Emotion.SURPRISE.ordinal()];
    return Views.rounded(50 + 50 * valence);
  }

  /** The begin of the window in which {@code ms} lies; days begin at midnight of the zone. */
  static long windowStart(long ms, String step, ZoneId zone) {
    return switch (step) {
      case "10s" -> ms / 10_000 * 10_000;
      case "1m" -> ms / 60_000 * 60_000;
      case "1h" -> ms / 3_600_000 * 3_600_000;
      default -> at(ms, zone).toLocalDate().atStartOfDay(zone).toInstant().toEpochMilli();
    };
  }

  static long windowEnd(long start, String step, ZoneId zone) {
    return switch (step) {
      case "10s" -> start + 10_000;
      case "1m" -> start + 60_000;
      case "1h" -> start + 3_600_000;
      default ->
          at(start, zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    };
  }

  static ZonedDateTime at(long ms, ZoneId zone) {
    return Instant.ofEpochMilli(ms).atZone(zone);
  }
}
