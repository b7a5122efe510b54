package io.moodline.aggregator.timeline;

import io.moodline.schemas.AnalyticsSettings;

/**
 * How raw probabilities become a calm series.
 *
 * @param tauMs time constant of the exponential smoothing, milliseconds, above 0
 * @param margin by how much another emotion's smoothed probability must exceed the dominant one's
 *     before it may take over, 0 to 1
 * @param dwellMs for how long it must do so, milliseconds, 0 or more
 * @param uncertainBelow a face whose highest smoothed probability is below this is uncertain and
 *     left out of satisfaction, 0 to 1
 * @param maxGapMs time between two frames of a track that is longer than this was not watched and
 *     does not count as face time, milliseconds, above 0
 */
public record SmoothingSettings(
    long tauMs, double margin, long dwellMs, double uncertainBelow, long maxGapMs) {

  /** The defaults of the configuration. */
  public static final SmoothingSettings DEFAULTS =
      new SmoothingSettings(800, 0.05, 700, 0.35, 2_000);

  /** Refuses what makes no sense, by name. */
  public SmoothingSettings {
    require(tauMs > 0, "tauMs", tauMs, "above 0");
    require(margin >= 0 && margin <= 1, "margin", margin, "0 to 1");
    require(dwellMs >= 0, "dwellMs", dwellMs, "0 or more");
    require(uncertainBelow >= 0 && uncertainBelow <= 1, "uncertainBelow", uncertainBelow, "0 to 1");
    require(maxGapMs > 0, "maxGapMs", maxGapMs, "above 0");
  }

  /**
   * These settings, with what a camera has of its own in the place of them.
   *
   * @param own null: nothing
   */
  public SmoothingSettings with(AnalyticsSettings own) {
    return own == null
        ? this
        : new SmoothingSettings(
            either(own.getSmoothingTauMs(), tauMs),
            either(own.getSmoothingMargin(), margin),
            either(own.getSmoothingDwellMs(), dwellMs),
            either(own.getUncertainBelow(), uncertainBelow),
            maxGapMs);
  }

  private static <T> T either(T own, T otherwise) {
    return own == null ? otherwise : own;
  }

  private static void require(boolean met, String name, Number value, String allowed) {
    if (!met) {
      throw new IllegalArgumentException(name + " is " + value + ", but must be " + allowed);
    }
  }
}
