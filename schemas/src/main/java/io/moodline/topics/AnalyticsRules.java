package io.moodline.topics;

import io.moodline.schemas.AnalyticsSettings;
import io.moodline.topics.CameraRules.Violation;
import java.util.ArrayList;
import java.util.List;

/** What a camera's own settings of analytics must be like. */
public final class AnalyticsRules {

  /** The longest time constant and dwell, milliseconds. */
  public static final long MAX_SMOOTHING_MS = 600_000;

  private AnalyticsRules() {}

  /** Everything that is wrong; empty when nothing is. */
  static List<Violation> violations(AnalyticsSettings settings) {
    List<Violation> found = new ArrayList<>();
    check(found, "smoothingTauMs", settings.getSmoothingTauMs(), 1, MAX_SMOOTHING_MS);
    check(found, "smoothingMargin", settings.getSmoothingMargin(), 0, 1);
    check(found, "smoothingDwellMs", settings.getSmoothingDwellMs(), 0, MAX_SMOOTHING_MS);
    check(found, "uncertainBelow", settings.getUncertainBelow(), 0, 1);
    return found;
  }

  private static void check(
      List<Violation> found, String field, Number value, double least, double most) {
    if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
      String path = "analytics." + field;
      String allowed = number(least) + " to " + number(most);
      found.add(new Violation(path, path + " is " + value + ", but must be " + allowed));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
