package io.moodline.app.evaluate.detector;

import io.moodline.detector.DetectedFace;
import io.moodline.detector.evaluation.ScoredBox;
import io.moodline.detector.evaluation.TruthPicture;
import java.util.List;

/**
 * What a detector found in a picture at its own thresholds.
 *
 * @param picture with the faces that people marked
 * @param found best score first
 */
record FoundPicture(TruthPicture picture, List<DetectedFace> found) {

  FoundPicture {
    found = List.copyOf(found);
  }

  List<ScoredBox> boxes() {
    return boxes(found);
  }

  static List<ScoredBox> boxes(List<DetectedFace> faces) {
    return faces.stream().map(face -> new ScoredBox(face.box(), face.score())).toList();
  }
}
