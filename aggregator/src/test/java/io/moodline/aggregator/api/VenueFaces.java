package io.moodline.aggregator.api;

import io.moodline.aggregator.api.Venue.Visitor;
import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faces and timelines of the {@link Venue} in the API's form. */
final class VenueFaces {

  private static final long SECOND = 1000;

  private VenueFaces() {}

  static Map<String, Object> event(Visitor visitor, String site, long at) {
    double[] p = visitor.probabilities(at);
    Emotion dominant = Venue.dominant(p);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("faceId", visitor.id());
    event.put("camera", visitor.camera());
    event.put("site", site);
    event.put("capturedAt", Venue.time(at));
    event.put("frameWidth", Venue.WIDTH);
    event.put("frameHeight", Venue.HEIGHT);
    event.put("box", box(visitor, at));
    event.put("dominant", dominant);
    event.put("confidence", p[dominant.ordinal()]);
    event.put("probabilities", Venue.byEmotion(p));
    event.put("valence", 0.1);
    event.put("qualityReason", visitor.size() < 90 ? "too small" : null);
    return event;
  }

  private static Map<String, Object> box(Visitor visitor, long at) {
    double left = visitor.left(at);
    return Map.of(
        "x1",
        left,
        "y1",
        visitor.top(),
        "x2",
        left + visitor.size(),
        "y2",
        visitor.top() + visitor.size() * 1.2);
  }

  static Map<String, Object> face(Visitor visitor, long now) {
    Map<String, Object> face = timeline(visitor, now, false);
    double[] p = visitor.probabilities(Math.min(now, visitor.to()));
    Map<String, Object> latest = new LinkedHashMap<>();
    latest.put("box", box(visitor, Math.min(now, visitor.to())));
    latest.put("frameWidth", Venue.WIDTH);
    latest.put("frameHeight", Venue.HEIGHT);
    latest.put("dominant", Venue.dominant(p));
    latest.put("probabilities", Venue.byEmotion(p));
    latest.put("smoothed", Venue.byEmotion(p));
    face.put("latest", visitor.to() > now ? latest : null);
    return face;
  }

  static Map<String, Object> timeline(Visitor visitor, long now, boolean withSeries) {
    long last = Math.min(now, visitor.to());
    double[] p = visitor.probabilities(last);
    Map<String, Object> timeline = new LinkedHashMap<>();
    timeline.put("id", visitor.id());
    timeline.put("camera", visitor.camera());
    timeline.put("firstSeen", Venue.time(visitor.from()));
    timeline.put("lastSeen", Venue.time(last));
    timeline.put("open", visitor.to() > now);
    timeline.put("observations", (last - visitor.from()) / 200);
    timeline.put("lowQuality", 3);
    timeline.put("dominant", Venue.dominant(p));
    timeline.put("satisfaction", Venue.satisfaction(p));
    timeline.put("meanProbabilities", Venue.byEmotion(p));
    timeline.put("segments", segments(visitor, last));
    timeline.put("flipsPerMinute", 2.5);
    timeline.put("rawFlipsPerMinute", 14.0);
    timeline.put(
        "verdict",
        Map.of(
            "emotion",
            Venue.dominant(p),
            "confidence",
            0.71,
            "probabilities",
            Venue.byEmotion(p),
            "weight",
            40));
    if (withSeries) {
      timeline.put("series", series(visitor, last));
    }
    return timeline;
  }

  private static List<Map<String, Object>> series(Visitor visitor, long last) {
    List<Map<String, Object>> series = new ArrayList<>();
    for (long at = visitor.from(); at <= last; at += SECOND) {
      double[] p = visitor.probabilities(at);
      series.add(
          Map.of(
              "at", Venue.time(at),
              "probabilities", Venue.byEmotion(p),
              "satisfaction", Venue.satisfaction(p)));
    }
    return series;
  }

  private static List<Map<String, Object>> segments(Visitor visitor, long last) {
    List<Map<String, Object>> segments = new ArrayList<>();
    Emotion now = null;
    for (long at = visitor.from(); at < last; at += SECOND) {
      Emotion dominant = Venue.dominant(visitor.probabilities(at));
      if (dominant != now) {
        segments.add(
            new LinkedHashMap<>(
                Map.of("emotion", dominant, "from", Venue.time(at), "meanConfidence", 0.6)));
        now = dominant;
      }
      segments.get(segments.size() - 1).put("to", Venue.time(Math.min(last, at + SECOND)));
    }
    return segments;
  }
}
