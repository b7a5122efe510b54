package io.moodline.detector.opencv;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.Point;
import io.moodline.detector.quality.HeadPose;
import java.util.List;

/**
 * A face as a detector gives it.
 *
 * @param box pixels of the frame; it may reach beyond its edges
 * @param landmarks none, or five points in pixels of the frame
 * @param score 0 to 1
 * @param pose what landmarks, or eyes, or the kind of detector tell about how the head is held
 */
record RawFace(Box box, List<Point> landmarks, double score, HeadPose pose) {

  /** A face whose landmarks, if there are any, tell how the head is held. */
  RawFace(Box box, List<Point> landmarks, double score) {
    this(box, landmarks, score, HeadPose.ofLandmarks(landmarks));
  }

  /** The same face, of which something else tells how the head is held. */
  RawFace held(HeadPose other) {
    return new RawFace(box, landmarks, score, other);
  }
}
