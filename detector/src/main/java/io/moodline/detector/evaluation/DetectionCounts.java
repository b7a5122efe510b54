package io.moodline.detector.evaluation;

import io.moodline.detector.evaluation.Match.Verdict;
import java.util.List;

/**
 * How many faces were found, and how many detections were wrong.
 *
 * @param faces that must be found
 * @param found of them
 * @param falses detections where nobody is, or of a face that was found already
 */
public record DetectionCounts(int faces, int found, int falses) {

  /**
   * @throws IllegalArgumentException when a count is negative, or more was found than there is
   */
  public DetectionCounts {
    if (faces < found || found < 0 || falses < 0) {
      throw new IllegalArgumentException(
          "counts must be 0 or more, and found at most faces: faces=%d found=%d falses=%d"
              .formatted(faces, found, falses));
    }
  }

  /** Counts over pictures. */
  public static DetectionCounts of(List<JudgedPicture> pictures, Matching matching, SizeBand band) {
    int faces = 0;
    int found = 0;
    int falses = 0;
    for (JudgedPicture picture : pictures) {
      faces += countedFaces(picture, band);
      for (Match match : matching.match(picture.faces(), picture.found(), band)) {
        found += match.verdict() == Verdict.FOUND ? 1 : 0;
        falses += match.verdict() == Verdict.FALSE ? 1 : 0;
      }
    }
    return new DetectionCounts(faces, found, falses);
  }

  static int countedFaces(JudgedPicture picture, SizeBand band) {
    return (int) picture.faces().stream().filter(face -> Matching.counts(face, band)).count();
  }

  /** Share of the detections that are right, 0 to 1; NaN when there is no detection. */
  public double precision() {
    return (double) found / (found + falses);
  }

  /** Share of the faces that were found, 0 to 1; NaN when there is no face. */
  public double recall() {
    return (double) found / faces;
  }

  /**
   * The harmonic mean of precision and recall, 0 to 1; NaN when there is neither a face nor a
   * detection.
   */
  public double f1() {
    return 2.0 * found / (faces + found + falses);
  }
}
