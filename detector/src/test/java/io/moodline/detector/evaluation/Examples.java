package io.moodline.detector.evaluation;

import io.moodline.detector.geometry.Box;

/** Short ways to write down faces and detections. */
final class Examples {

  private Examples() {}

  static TruthFace face(double x, double y, double side) {
    return new TruthFace(new Box(x, y, x + side, y + side), false, "");
  }

  static TruthFace ignored(double x, double y, double side) {
    return new TruthFace(new Box(x, y, x + side, y + side), true, "");
  }

  static ScoredBox found(double score, double x, double y, double side) {
    return new ScoredBox(new Box(x, y, x + side, y + side), score);
  }
}
