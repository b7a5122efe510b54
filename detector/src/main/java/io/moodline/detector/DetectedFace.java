package io.moodline.detector;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.Point;
import io.moodline.detector.quality.FaceQuality;
import java.util.List;

/**
 * A face in a frame.
 *
 * @param box in pixels of the frame, within it
 * @param landmarks none, or five points in pixels of the frame: right eye, left eye, nose tip,
 *     right and left corner of the mouth (the person's right); they may lie outside of the frame
 * @param score the detector's confidence, 0 to 1
 * @param quality how well the face can be judged
 * @param crop the aligned face: 8 bits a channel (gray, or red, green, blue), row by row from the
 *     top
 */
public record DetectedFace(
    Box box, List<Point> landmarks, double score, FaceQuality quality, byte[] crop) {

  public DetectedFace {
    landmarks = List.copyOf(landmarks);
  }
}
