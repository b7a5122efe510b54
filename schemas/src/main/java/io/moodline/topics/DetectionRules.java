package io.moodline.topics;

import io.moodline.schemas.Corner;
import io.moodline.schemas.DetectionSettings;
import io.moodline.schemas.Zone;
import io.moodline.topics.CameraRules.Violation;
import java.util.ArrayList;
import java.util.List;

/** What a camera's own settings of detection must be like. */
public final class DetectionRules {

  /** The face detectors that a camera may ask for. */
  public static final List<String> DETECTORS = List.of("haar", "yunet");

  public static final int MIN_FACE = 8;
  public static final int MAX_FACE = 4096;
  public static final double MIN_SCORE = 0.05;
  public static final double MAX_SCORE = 0.99;
  public static final int MAX_SEARCH_EVERY = 100;
  public static final int MAX_ZONES = 20;
  public static final int MIN_CORNERS = 3;
  public static final int MAX_CORNERS = 50;

  /** Smaller zones, as a share of the picture, are slips of the hand. */
  private static final double MIN_AREA = 1e-4;

  private static final int MAX_NAME = 100;

  private DetectionRules() {}

  /** Everything that is wrong; empty when nothing is. */
  static List<Violation> violations(DetectionSettings settings) {
    List<Violation> found = new ArrayList<>();
    if (settings.getDetector() != null && !DETECTORS.contains(settings.getDetector())) {
      add(found, "detector", settings.getDetector(), "one of " + String.join(", ", DETECTORS));
    }
    if (settings.getMinFace() != null) {
      checkRange(found, "minFace", settings.getMinFace(), MIN_FACE, MAX_FACE);
    }
    if (settings.getMinScore() != null) {
      checkRange(found, "minScore", settings.getMinScore(), MIN_SCORE, MAX_SCORE);
    }
    if (settings.getSearchEvery() != null) {
      checkRange(found, "searchEvery", settings.getSearchEvery(), 1, MAX_SEARCH_EVERY);
    }
    checkZones(found, "include", settings.getInclude());
    checkZones(found, "exclude", settings.getExclude());
    return found;
  }

  private static void checkZones(List<Violation> found, String field, List<Zone> zones) {
    if (zones.size() > MAX_ZONES) {
      add(found, field, zones.size() + " zones", "at most " + MAX_ZONES);
    }
    for (int i = 0; i < zones.size(); i++) {
      checkZone(found, field + "[" + i + "]", zones.get(i));
    }
  }

  private static void checkZone(List<Violation> found, String field, Zone zone) {
    if (zone.getName().length() > MAX_NAME) {
      add(found, field + ".name", "too long", "at most " + MAX_NAME + " characters");
    }
    int corners = zone.getCorners().size();
    if (corners < MIN_CORNERS || corners > MAX_CORNERS) {
      String allowed = MIN_CORNERS + " to " + MAX_CORNERS + " corners";
      add(found, field + ".corners", corners + " corners", allowed);
      return;
    }
    for (Corner corner : zone.getCorners()) {
      if (!isShare(corner.getX()) || !isShare(corner.getY())) {
        String place = "(" + corner.getX() + ", " + corner.getY() + ")";
        add(found, field + ".corners", place, "shares of width and height, each 0 to 1");
        return;
      }
    }
    if (area(zone.getCorners()) < MIN_AREA) {
      add(found, field + ".corners", "without area", "corners in order around the zone");
    }
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  /** By the shoelace formula, as a share of the picture. */
  private static double area(List<Corner> corners) {
    double sum = 0;
    Corner from = corners.get(corners.size() - 1);
    for (Corner to : corners) {
      sum += from.getX() * to.getY() - to.getX() * from.getY();
      from = to;
    }
    return Math.abs(sum) / 2;
  }

  private static void checkRange(
      List<Violation> found, String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      add(found, field, number(value), number(least) + " to " + number(most));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static void add(List<Violation> found, String field, String value, String allowed) {
    String path = "detection." + field;
    found.add(new Violation(path, path + " is " + value + ", but must be " + allowed));
  }
}
