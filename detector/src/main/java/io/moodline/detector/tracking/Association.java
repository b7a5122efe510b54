package io.moodline.detector.tracking;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.tracking.Motion.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds which track each detection belongs to, in rounds; each round is an optimal assignment of
 * what the rounds before it left.
 *
 * <ol>
 *   <li>confident detections, by intersection over union with where the tracks are expected;
 *   <li>weak detections, in the same way. Confident ones first, weak ones next is the order of Y.
 *       Zhang et al., "ByteTrack: Multi-Object Tracking by Associating Every Detection Box", ECCV
 *       2022;
 *   <li>all others by distance and size, for faces that move fast at low frame rates.
 * </ol>
 */
final class Association {

  static final int NONE = -1;

  /** Sizes that differ by more than this factor are not of the same face. */
  private static final double MAX_SIZE_RATIO = 1.6;

  /** A detection may lie this far from a track whose place is known well, in sizes of the face. */
  private static final double BASE_JUMP = 0.25;

  /** And this many standard deviations further. */
  private static final double DEVIATIONS = 3;

  private final TrackerSettings settings;
  private final List<Prediction> tracks;
  private final List<Detection> detections;
  private final int[] trackOf;

  private interface Affinity {
    /** How well they fit; 0: not at all. */
    double between(Prediction track, Detection detection);
  }

  private Association(
      TrackerSettings settings, List<Prediction> tracks, List<Detection> detections) {
    this.settings = settings;
    this.tracks = tracks;
    this.detections = detections;
    this.trackOf = new int[detections.size()];
    Arrays.fill(trackOf, NONE);
  }

  /**
   * The track of each detection, an index into {@code tracks}, or {@link #NONE}. No track is given
   * twice.
   */
  static int[] of(TrackerSettings settings, List<Prediction> tracks, List<Detection> detections) {
    Association association = new Association(settings, tracks, detections);
    IntPredicate confident = d -> detections.get(d).score() >= settings.birthScore();
    association.round(confident, association::overlap);
    association.round(confident.negate(), association::overlap);
    association.round(d -> true, association::nearness);
    return association.trackOf;
  }

  private void round(IntPredicate takesPart, Affinity affinity) {
    List<Integer> freeDetections = new ArrayList<>();
    for (int d = 0; d < trackOf.length; d++) {
      if (trackOf[d] == NONE && takesPart.test(d)) {
        freeDetections.add(d);
      }
    }
    List<Integer> freeTracks = freeTracks();
    double[][] weights = new double[freeDetections.size()][freeTracks.size()];
    for (int row = 0; row < weights.length; row++) {
      Detection detection = detections.get(freeDetections.get(row));
      for (int column = 0; column < weights[row].length; column++) {
        weights[row][column] = affinity.between(tracks.get(freeTracks.get(column)), detection);
      }
    }
    int[] columns = Assignment.best(weights);
    for (int row = 0; row < columns.length; row++) {
      if (columns[row] != Assignment.NONE) {
        trackOf[freeDetections.get(row)] = freeTracks.get(columns[row]);
      }
    }
  }

  private List<Integer> freeTracks() {
    boolean[] taken = new boolean[tracks.size()];
    for (int track : trackOf) {
      if (track != NONE) {
        taken[track] = true;
      }
    }
    List<Integer> free = new ArrayList<>();
    for (int track = 0; track < taken.length; track++) {
      if (!taken[track]) {
        free.add(track);
      }
    }
    return free;
  }

  private double overlap(Prediction track, Detection detection) {
    double iou = track.box().iou(detection.box());
    return iou >= settings.minIou() ? iou : 0;
  }

  private double nearness(Prediction track, Detection detection) {
    Box expected = track.box();
    Box seen = detection.box();
    double ratio = seen.size() / expected.size();
    if (ratio > MAX_SIZE_RATIO || ratio < 1 / MAX_SIZE_RATIO) {
      return 0;
    }
    double allowed =
        Math.min(
            BASE_JUMP * expected.size() + DEVIATIONS * track.uncertainty(),
            settings.maxJump() * expected.size());
    double distance = expected.distance(seen);
    return distance < allowed ? 1 - distance / allowed : 0;
  }
}
