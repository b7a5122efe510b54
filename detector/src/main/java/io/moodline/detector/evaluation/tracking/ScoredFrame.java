package io.moodline.detector.evaluation.tracking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is in a frame, and what a tracker says is.
 *
 * @param truth each person once at most
 * @param tracks each track once at most
 */
public record ScoredFrame(List<TruthBox> truth, List<TrackBox> tracks) {

  /**
   * @throws IllegalArgumentException when a person or a track comes twice, naming it
   */
  public ScoredFrame {
    truth = List.copyOf(truth);
    tracks = List.copyOf(tracks);
    Set<Object> seen = new HashSet<>();
    for (TruthBox face : truth) {
      requireNew(seen.add(face.person()), "person " + face.person());
    }
    for (TrackBox box : tracks) {
      requireNew(seen.add(box.track()), "track " + box.track());
    }
  }

  private static void requireNew(boolean isNew, String what) {
    if (!isNew) {
      throw new IllegalArgumentException(what + " is in one frame twice");
    }
  }
}
