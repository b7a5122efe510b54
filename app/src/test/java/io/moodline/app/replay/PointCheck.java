package io.moodline.app.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.schemas.Emotion;

/** One point of a series against what is true of its window. */
final class PointCheck {

  /** Answers have four digits after the point. */
  private static final double ROUNDING = 0.000_051;

  /** Up to so many distinct faces are counted, more are estimated. */
  private static final int EXACT_FACES = 100;

  /** Four standard errors of the estimate. */
  private static final double FACES_TOLERANCE = 0.092;

  private PointCheck() {}

  static void check(Differences differences, String where, JsonNode point, WindowTruth window) {
    long[][] counts = {
      {said(point, "frames"), window.frames},
      {said(point, "framesWithFaces"), window.framesWithFaces},
      {said(point, "arrivals"), window.arrivals()},
      {said(point, "observations"), window.looks.size()},
      {said(point, "lowQuality"), window.lowQuality()},
      {said(point, "uncertain"), window.uncertain()},
      {said(point, "late"), window.late},
      {said(point, "/satisfaction/count"), window.satisfactions().size()}
    };
    String[] names = {
      "frames",
      "framesWithFaces",
      "arrivals",
      "observations",
      "lowQuality",
      "uncertain",
      "late",
      "satisfaction count"
    };
    for (int i = 0; i < counts.length; i++) {
      differences.same(where, names[i], counts[i][0], counts[i][1]);
    }
    differences.same(where, "state", point.at("/state").textValue(), state(window));
    long faces = window.distinctFaces();
    double facesBy = faces <= EXACT_FACES ? 0 : FACES_TOLERANCE * faces;
    differences.near(where, "faces", said(point, "faces"), faces, facesBy);
    number(differences, where, point, "/faceSeconds", window.faceMs / 1000.0, 1e-9);
    number(
        differences,
        where,
        point,
        "/satisfaction/mean",
        window.satisfactions().stream().mapToDouble(v -> v).average().orElse(Double.NaN),
        ROUNDING);
    number(
        differences, where, point, "/satisfaction/standardError", window.standardError(), ROUNDING);
    for (Emotion emotion : Emotion.values()) {
      String probability = "/probabilities/" + emotion;
      number(differences, where, point, probability, window.probability(emotion), ROUNDING);
      String share = "/dominantShares/" + emotion;
      number(differences, where, point, share, window.dominantShare(emotion), ROUNDING);
    }
  }

  private static long said(JsonNode point, String path) {
    return point.at(path.startsWith("/") ? path : "/" + path).asLong(0);
  }

  private static void number(
      Differences differences,
      String where,
      JsonNode point,
      String path,
      double expected,
      double by) {
    JsonNode said = point.at(path);
    double value = said.isNumber() ? said.doubleValue() : Double.NaN;
    differences.near(where, path, value, expected, by);
  }

  private static String state(WindowTruth window) {
    if (!window.looks.isEmpty()) {
      return "OK";
    }
    return window.frames > 0 ? "NO_FACE" : "NO_DATA";
  }
}
