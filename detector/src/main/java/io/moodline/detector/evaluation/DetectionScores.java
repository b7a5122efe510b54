package io.moodline.detector.evaluation;

import java.util.List;

/**
 * How well faces of some sizes were found.
 *
 * @param band which sizes
 * @param counts at the detector's own thresholds
 * @param averagePrecision over all thresholds, 0 to 1; NaN when there is no face
 */
public record DetectionScores(SizeBand band, DetectionCounts counts, double averagePrecision) {

  /**
   * Scores for every reported band.
   *
   * @param operating what is found at the detector's own thresholds
   * @param all what is found at thresholds as low as they go, for the average precision
   */
  public static List<DetectionScores> of(
      List<JudgedPicture> operating, List<JudgedPicture> all, Matching matching) {
    return SizeBand.REPORTED.stream()
        .map(
            band ->
                new DetectionScores(
                    band,
                    DetectionCounts.of(operating, matching, band),
                    AveragePrecision.of(all, matching, band)))
        .toList();
  }
}
