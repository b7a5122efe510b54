package io.moodline.app.evaluate.tracking;

import io.moodline.detector.evaluation.tracking.TruthBox;
import io.moodline.detector.tracking.Detection;
import java.util.List;

/**
 * One frame that a tracker is given, and what is really in it.
 *
 * @param atMs capture time, milliseconds since the scene began; increasing
 * @param truth who is there
 * @param detections what a detector says
 */
public record SceneFrame(long atMs, List<TruthBox> truth, List<Detection> detections) {

  public SceneFrame {
    truth = List.copyOf(truth);
    detections = List.copyOf(detections);
  }
}
