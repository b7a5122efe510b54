package io.moodline.app.cli;

import io.moodline.schemas.AnalyticsSettings;
import picocli.CommandLine.Option;

/** The options that say how what one camera's faces show is smoothed, and what may be kept. */
final class AnalyticsOptions {

  @Option(
      names = "--smoothing-tau-ms",
      paramLabel = "MS",
      description = "Time constant of this camera's smoothing of probabilities, milliseconds.")
  private Long smoothingTauMs;

  @Option(
      names = "--smoothing-margin",
      paramLabel = "P",
      description =
          "By how much another emotion's smoothed probability must exceed the dominant one's before"
              + " it may take over, 0 to 1.")
  private Double smoothingMargin;

  @Option(
      names = "--smoothing-dwell-ms",
      paramLabel = "MS",
      description = "For how long another emotion must lead before it takes over, milliseconds.")
  private Long smoothingDwellMs;

  @Option(
      names = "--uncertain-below",
      paramLabel = "P",
      description =
          "A face whose highest smoothed probability is below this is counted as uncertain, 0 to 1.")
  private Double uncertainBelow;

  @Option(
      names = "--keep-photos",
      description =
          "The frame of a group smile may be kept as its photo, for 7 days unless configured"
              + " otherwise. Without this, no photo of a smile is kept. Either way a picture that"
              + " could not be read or judged is held on dead-letters for 14 days.")
  private boolean keepPhotos;

  /** The settings, or null when nothing was said. */
  AnalyticsSettings settings() {
    boolean said =
        smoothingTauMs != null
            || smoothingMargin != null
            || smoothingDwellMs != null
            || uncertainBelow != null
            || keepPhotos;
    return said
        ? new AnalyticsSettings(
            smoothingTauMs, smoothingMargin, smoothingDwellMs, uncertainBelow, keepPhotos)
        : null;
  }
}
