package io.moodline.detector.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds which track each detection belongs to, in rounds; each round is an optimal assignment of
 * what the rounds before it left.
 *
 * <ol>
 *   <li>confident detections to confirmed tracks;
 *   <li>weak detections to confirmed tracks. Confident ones first, weak ones next is the order of
 *       Y. Zhang et al., "ByteTrack: Multi-Object Tracking by Associating Every Detection Box",
 *       ECCV 2022;
 *   <li>all others to all other tracks, so that what may never become a face takes nothing from
 *       one.
 * </ol>
 */
final class Association {

  static final int NONE = -1;

  private final Likelihood likelihood;
  private final List<Candidate> tracks;
  private final List<Detection> detections;
  private final int[] trackOf;

  private Association(
      TrackerSettings settings, List<Candidate> tracks, List<Detection> detections) {
    this.likelihood = new Likelihood(settings, detections.size());
    this.tracks = tracks;
    this.detections = detections;
    this.trackOf = new int[detections.size()];
    Arrays.fill(trackOf, NONE);
  }

  /**
   * The track of each detection, an index into {@code tracks}, or {@link #NONE}. No track is given
   * twice.
   */
  static int[] of(TrackerSettings settings, List<Candidate> tracks, List<Detection> detections) {
    Association association = new Association(settings, tracks, detections);
    IntPredicate confident = d -> detections.get(d).score() >= settings.birthScore();
    IntPredicate confirmed = t -> tracks.get(t).confirmed();
    association.round(confident, confirmed);
    association.round(confident.negate(), confirmed);
    association.round(d -> true, t -> true);
    return association.trackOf;
  }

  private void round(IntPredicate detectionTakesPart, IntPredicate trackTakesPart) {
    List<Integer> freeDetections = new ArrayList<>();
    for (int d = 0; d < trackOf.length; d++) {
      if (trackOf[d] == NONE && detectionTakesPart.test(d)) {
        freeDetections.add(d);
      }
    }
    List<Integer> freeTracks = freeTracks(trackTakesPart);
    double[][] weights = new double[freeDetections.size()][freeTracks.size()];
    for (int row = 0; row < weights.length; row++) {
      Detection detection = detections.get(freeDetections.get(row));
      for (int column = 0; column < weights[row].length; column++) {
        weights[row][column] = likelihood.of(tracks.get(freeTracks.get(column)), detection);
      }
    }
    int[] columns = Assignment.best(weights);
    for (int row = 0; row < columns.length; row++) {
      if (columns[row] != Assignment.NONE) {
        trackOf[freeDetections.get(row)] = freeTracks.get(columns[row]);
      }
    }
  }

  private List<Integer> freeTracks(IntPredicate takesPart) {
    boolean[] taken = new boolean[tracks.size()];
    for (int track : trackOf) {
      if (track != NONE) {
        taken[track] = true;
      }
    }
    List<Integer> free = new ArrayList<>();
    for (int track = 0; track < taken.length; track++) {
      if (!taken[track] && takesPart.test(track)) {
        free.add(track);
      }
    }
    return free;
  }
}
