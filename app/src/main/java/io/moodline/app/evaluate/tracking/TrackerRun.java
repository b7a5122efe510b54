package io.moodline.app.evaluate.tracking;

import io.moodline.detector.evaluation.tracking.ScoredFrame;
import io.moodline.detector.evaluation.tracking.TrackBox;
import io.moodline.detector.evaluation.tracking.TrackingScorer;
import io.moodline.detector.evaluation.tracking.TrackingScores;
import io.moodline.detector.tracking.Tracker;
import io.moodline.detector.tracking.TrackerState;
import java.util.ArrayList;
import java.util.List;

/** Lets a tracker follow the faces of a scene. */
final class TrackerRun {

  private TrackerRun() {}

  /** How well it does. */
  static TrackingScores score(Tracker tracker, List<SceneFrame> frames) {
    return TrackingScorer.score(follow(tracker, frames));
  }

  /** What it shows in each frame. */
  static List<ScoredFrame> follow(Tracker tracker, List<SceneFrame> frames) {
    TrackerState state = TrackerState.empty();
    List<ScoredFrame> shown = new ArrayList<>(frames.size());
    for (SceneFrame frame : frames) {
      Tracker.Update update = tracker.update(state, frame.atMs(), frame.detections());
      state = update.state();
      List<TrackBox> tracks =
          update.faces().stream()
              .map(face -> new TrackBox(face.firstSeenMs() + ":" + face.index(), face.box()))
              .toList();
      shown.add(new ScoredFrame(frame.truth(), tracks));
    }
    return shown;
  }
}
