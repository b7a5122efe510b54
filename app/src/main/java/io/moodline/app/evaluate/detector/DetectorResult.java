package io.moodline.app.evaluate.detector;

import io.moodline.detector.evaluation.DetectionScores;
import java.util.List;

/**
 * How one detector did.
 *
 * @param id the detector
 * @param kind haar or yunet
 * @param thresholds of the operating point, for people
 * @param scores over all faces, then by size
 * @param time of one picture
 * @param found what it found in each picture, in the data set's order
 */
record DetectorResult(
    String id,
    String kind,
    String thresholds,
    List<DetectionScores> scores,
    PictureTime time,
    List<FoundPicture> found) {

  DetectorResult {
    scores = List.copyOf(scores);
    found = List.copyOf(found);
  }
}
