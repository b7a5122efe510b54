package io.moodline.detector.evaluation;

import io.moodline.detector.evaluation.Match.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Average precision as in PASCAL VOC from 2010 on: the area under the curve of precision over
 * recall, each precision raised to the best one at that recall or above ("all-points"
 * interpolation).
 *
 * <p>Detections of equal score enter together, since no threshold tells them apart; so neither the
 * order of pictures nor that of detections matters.
 */
public final class AveragePrecision {

  private AveragePrecision() {}

  /**
   * Over pictures.
   *
   * @return 0 to 1; NaN when there is no face to find
   */
  public static double of(List<JudgedPicture> pictures, Matching matching, SizeBand band) {
    List<Match> matches = new ArrayList<>();
    int faces = 0;
    for (JudgedPicture picture : pictures) {
      faces += DetectionCounts.countedFaces(picture, band);
      matches.addAll(matching.match(picture.faces(), picture.found(), band));
    }
    return of(matches, faces);
  }

  /**
   * From verdicts.
   *
   * @param matches in any order; ignored ones count neither way
   * @param faces how many there were to find
   */
  static double of(List<Match> matches, int faces) {
    if (faces == 0) {
      return Double.NaN;
    }
    List<DetectionCounts> curve = curve(matches, faces);
    double area = 0;
    double best = 0;
    for (int i = curve.size() - 1; i >= 0; i--) {
      DetectionCounts point = curve.get(i);
      best = Math.max(best, point.precision());
      int foundBefore = i == 0 ? 0 : curve.get(i - 1).found();
      area += best * (point.found() - foundBefore);
    }
    return area / faces;
  }

  /** The counts at every threshold, the highest first. */
  private static List<DetectionCounts> curve(List<Match> matches, int faces) {
    List<Match> surestFirst =
        matches.stream()
            .filter(match -> match.verdict() != Verdict.IGNORED)
            .sorted(Comparator.comparingDouble(Match::score).reversed())
            .toList();
    List<DetectionCounts> curve = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < surestFirst.size(); i++) {
      found += surestFirst.get(i).verdict() == Verdict.FOUND ? 1 : 0;
      boolean last = i + 1 == surestFirst.size();
      if (last || surestFirst.get(i + 1).score() != surestFirst.get(i).score()) {
        curve.add(new DetectionCounts(faces, found, i + 1 - found));
      }
    }
    return curve;
  }
}
