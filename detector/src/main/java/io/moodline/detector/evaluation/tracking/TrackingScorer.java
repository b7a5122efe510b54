package io.moodline.detector.evaluation.tracking;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.tracking.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares tracks with the truth, frame by frame. A track lies on a face when their intersection
 * over union is 0.5 or more; who lies on whom in the frame before is kept while that holds, the
 * others are paired so that the sum of the overlaps is the greatest (CLEAR-MOT, 2008). A box that
 * lies on no counted face, but on one that does not count, is left out.
 */
public final class TrackingScorer {

  static final double MIN_IOU = 0.5;

  /** More than all overlaps of a frame together: a pair of the frame before is kept at any cost. */
  private static final double KEPT = 1e6;

  private final IdentityMatches identities = new IdentityMatches();
  private final Map<Long, String> lastTrack = new HashMap<>();
  private final Set<Long> missed = new HashSet<>();
  private Map<Long, String> before = Map.of();
  private TrackingScores sum = TrackingScores.none();

  private TrackingScorer() {}

  /**
   * The scores of a run.
   *
   * @param frames in the order of time; those that a tracker was not given are left out
   */
  public static TrackingScores score(List<ScoredFrame> frames) {
    TrackingScorer scorer = new TrackingScorer();
    frames.forEach(scorer::add);
    return scorer.sum.plus(
        new TrackingScores(0, 0, 0, 0, 0, 0, 0, 0, scorer.identities.greatest()));
  }

  private void add(ScoredFrame frame) {
    List<TruthBox> counted = frame.truth().stream().filter(TruthBox::counted).toList();
    int[] trackOf = Assignment.best(weights(counted, frame.tracks()));
    List<TrackBox> shown = withoutUncounted(frame, trackOf);
    identities.add(counted, shown);
    Map<Long, String> now = new HashMap<>();
    int switches = 0;
    int fragments = 0;
    double overlaps = 0;
    for (int t = 0; t < trackOf.length; t++) {
      TruthBox face = counted.get(t);
      if (trackOf[t] == Assignment.NONE) {
        missed.add(face.person());
        continue;
      }
      TrackBox track = frame.tracks().get(trackOf[t]);
      String last = lastTrack.put(face.person(), track.track());
      switches += last != null && !last.equals(track.track()) ? 1 : 0;
      fragments += missed.remove(face.person()) && last != null ? 1 : 0;
      overlaps += face.box().iou(track.box());
      now.put(face.person(), track.track());
    }
    before = now;
    int misses = counted.size() - now.size();
    int wrong = shown.size() - now.size();
    sum =
        sum.plus(
            new TrackingScores(
                counted.size(),
                shown.size(),
                now.size(),
                misses,
                wrong,
                switches,
                fragments,
                overlaps,
                0));
  }

  private double[][] weights(List<TruthBox> faces, List<TrackBox> tracks) {
    double[][] weights = new double[faces.size()][tracks.size()];
    for (int row = 0; row < weights.length; row++) {
      TruthBox face = faces.get(row);
      for (int column = 0; column < tracks.size(); column++) {
        TrackBox track = tracks.get(column);
        double iou = overlap(face.box(), track.box());
        boolean kept = track.track().equals(before.get(face.person()));
        weights[row][column] = iou > 0 && kept ? iou + KEPT : iou;
      }
    }
    return weights;
  }

  /** Intersection over union, or 0 when that is not enough to lie on each other. */
  static double overlap(Box face, Box track) {
    double iou = face.iou(track);
    return iou >= MIN_IOU ? iou : 0;
  }

  private static List<TrackBox> withoutUncounted(ScoredFrame frame, int[] trackOf) {
    Set<Integer> matched = new HashSet<>();
    for (int track : trackOf) {
      matched.add(track);
    }
    List<TruthBox> uncounted = frame.truth().stream().filter(face -> !face.counted()).toList();
    List<TrackBox> shown = new ArrayList<>();
    for (int i = 0; i < frame.tracks().size(); i++) {
      Box box = frame.tracks().get(i).box();
      if (matched.contains(i)
          || uncounted.stream().noneMatch(face -> overlap(face.box(), box) > 0)) {
        shown.add(frame.tracks().get(i));
      }
    }
    return shown;
  }
}
