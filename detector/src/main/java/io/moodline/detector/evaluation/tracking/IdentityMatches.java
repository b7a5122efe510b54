package io.moodline.detector.evaluation.tracking;

import io.moodline.detector.tracking.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts in how many frames each track lies on each person, and pairs whole trajectories so that
 * the sum of these frames is the greatest: the true positives of Ristani et al. 2016. Not
 * thread-safe.
 */
final class IdentityMatches {

  private final Map<Long, Map<String, Integer>> frames = new LinkedHashMap<>();
  private final Map<String, Integer> columns = new HashMap<>();

  /** Takes in one frame. */
  void add(List<TruthBox> faces, List<TrackBox> tracks) {
    for (TruthBox face : faces) {
      for (TrackBox track : tracks) {
        if (TrackingScorer.overlap(face.box(), track.box()) > 0) {
          columns.putIfAbsent(track.track(), columns.size());
          frames
              .computeIfAbsent(face.person(), person -> new HashMap<>())
              .merge(track.track(), 1, Integer::sum);
        }
      }
    }
  }

  /** Frames in which a person's one track lies on the person, at the best pairing. */
  long greatest() {
    List<Map<String, Integer>> persons = new ArrayList<>(frames.values());
    double[][] weights = new double[persons.size()][columns.size()];
    for (int row = 0; row < weights.length; row++) {
      double[] weight = weights[row];
      persons.get(row).forEach((track, count) -> weight[columns.get(track)] = count);
    }
    int[] trackOf = Assignment.best(weights);
    long sum = 0;
    for (int row = 0; row < trackOf.length; row++) {
      sum += trackOf[row] == Assignment.NONE ? 0 : (long) weights[row][trackOf[row]];
    }
    return sum;
  }
}
