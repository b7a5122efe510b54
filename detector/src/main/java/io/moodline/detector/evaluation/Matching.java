package io.moodline.detector.evaluation;

import io.moodline.detector.evaluation.Match.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides which detections of a picture are right, as PASCAL VOC does: the surest detection first,
 * each is held against the marked face that it overlaps most; the first to reach the least overlap
 * has found that face, all later ones are false.
 *
 * <p>M. Everingham et al., "The PASCAL Visual Object Classes (VOC) Challenge", International
 * Journal of Computer Vision 88, 2010. Sizes are told apart as WIDER FACE and COCO do: a marked
 * face outside of the band is ignored, and so is a detection that is outside of the band and finds
 * nothing.
 *
 * @param minIou least intersection over union of a detection with the face that it finds, above 0
 *     to 1
 */
public record Matching(double minIou) {

  private static final int NONE = -1;

  /** The surest first; boxes decide between equals, so that the order given does not matter. */
  private static final Comparator<ScoredBox> SUREST_FIRST =
      Comparator.comparingDouble(ScoredBox::score)
          .reversed()
          .thenComparingDouble(found -> found.box().x1())
          .thenComparingDouble(found -> found.box().y1())
          .thenComparingDouble(found -> found.box().x2())
          .thenComparingDouble(found -> found.box().y2());

  /**
   * @throws IllegalArgumentException when the overlap is out of range
   */
  public Matching {
    if (!(minIou > 0 && minIou <= 1)) {
      throw new IllegalArgumentException(
          "the least overlap (IoU) is " + minIou + ", but must be above 0 and at most 1");
    }
  }

  /** One verdict for each detection of a picture, the surest detection first. */
  public List<Match> match(List<TruthFace> faces, List<ScoredBox> found, SizeBand band) {
    boolean[] taken = new boolean[faces.size()];
    List<Match> matches = new ArrayList<>(found.size());
    for (int index : surestFirst(found)) {
      ScoredBox detection = found.get(index);
      int face = mostOverlapped(faces, detection);
      Verdict verdict = verdict(faces, face, taken, detection, band);
      if (verdict == Verdict.FOUND) {
        taken[face] = true;
      }
      matches.add(new Match(index, detection.score(), verdict, face));
    }
    return matches;
  }

  /** True when a marked face must be found. */
  static boolean counts(TruthFace face, SizeBand band) {
    return !face.ignored() && band.contains(face.box());
  }

  private static List<Integer> surestFirst(List<ScoredBox> found) {
    return IntStream.range(0, found.size())
        .boxed()
        .sorted(Comparator.comparing(found::get, SUREST_FIRST))
        .toList();
  }

  private int mostOverlapped(List<TruthFace> faces, ScoredBox detection) {
    int best = NONE;
    double most = 0;
    for (int i = 0; i < faces.size(); i++) {
      double iou = faces.get(i).box().iou(detection.box());
      if (iou >= minIou && iou > most) {
        best = i;
        most = iou;
      }
    }
    return best;
  }

  private static Verdict verdict(
      List<TruthFace> faces, int face, boolean[] taken, ScoredBox detection, SizeBand band) {
    if (face == NONE) {
      return band.contains(detection.box()) ? Verdict.FALSE : Verdict.IGNORED;
    }
    if (!counts(faces.get(face), band)) {
      return Verdict.IGNORED;
    }
    return taken[face] ? Verdict.FALSE : Verdict.FOUND;
  }
}
