package io.moodline.detector.quality;

import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.geometry.Point;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a head is held, as far as it is known. Immutable.
 *
 * @param yawDegrees how far it is turned away, -90 to 90, above 0 when the person turns to their
 *     own left (the nose goes to the picture's right); empty when nothing tells
 * @param rollDegrees how far it leans, -180 to 180, above 0 when it is turned clockwise in the
 *     picture (towards the person's own left shoulder); empty when nothing tells
 * @param profile true when it was seen from the side: its yaw is large, but no number is known
 */
public record HeadPose(OptionalDouble yawDegrees, OptionalDouble rollDegrees, boolean profile) {

  /**
   * How far the tip of the nose stands out of the plane of eyes and mouth, in distances between the
   * eyes.
   *
   * <p>From MediaPipe's canonical face (canonical_face_model.obj, centimetres): the eyes' centres
   * (means of their corners, vertices 33, 133, 362 and 263) lie 6.30 apart at height 2.62 and depth
   * 3.47, the mouth's corners (61, 291) at height -4.34 and depth 4.28, the nose's tip (1) at
   * height -1.13 and depth 7.48. At its height the plane of the others has depth 3.91: it stands
   * out by 3.57, which is 0.57 of 6.30.
   */
  static final double NOSE_PROTRUSION = 0.57;

  private static final int RIGHT_EYE = 0;
  private static final int LEFT_EYE = 1;
  private static final int NOSE = 2;
  private static final int RIGHT_MOUTH = 3;
  private static final int LEFT_MOUTH = 4;

  /** Of a head about which nothing is known. */
  public static HeadPose unknown() {
    return new HeadPose(OptionalDouble.empty(), OptionalDouble.empty(), false);
  }

  /** Of a head seen from the side. */
  public static HeadPose ofProfile() {
    return new HeadPose(OptionalDouble.empty(), OptionalDouble.empty(), true);
  }

  /**
   * Of a head of which only the eyes were found.
   *
   * @param degrees clockwise in the picture
   */
  public static HeadPose ofRoll(double degrees) {
    return new HeadPose(OptionalDouble.empty(), OptionalDouble.of(degrees), false);
  }

  /**
   * Estimates the pose from landmarks: right eye, left eye, nose tip, right and left corner of the
   * mouth (the person's right), in pixels, y downwards.
   *
   * <p>Roll is the direction of the eyes' line and of the mouth's, each weighing as much as it is
   * long: what the least-squares alignment of the two lines undoes. For yaw, the nose's place is
   * written as {@code eyes' middle + r (left eye - right eye) + s (mouth's middle - eyes' middle)}.
   * Seen from far away (no perspective), a head turned by yaw, and then nodding and leaning by any
   * angles, has {@code r = NOSE_PROTRUSION * tan(yaw)}: nodding moves the nose along the second
   * vector alone, and turning the picture, scaling and shifting change neither r nor s.
   *
   * @param landmarks five points, or none
   * @return {@link #unknown()} without landmarks, or when they do not say how a face lies: all on
   *     one line, or mirrored
   * @throws IllegalArgumentException when there are neither five points nor none
   */
  public static HeadPose ofLandmarks(List<Point> landmarks) {
    if (landmarks.isEmpty()) {
      return unknown();
    }
    if (landmarks.size() != CropGeometry.LANDMARKS) {
      throw new IllegalArgumentException(
          "a head's pose needs " + CropGeometry.LANDMARKS + " landmarks, not " + landmarks.size());
    }
    Point eyes = landmarks.get(LEFT_EYE).minus(landmarks.get(RIGHT_EYE));
    Point mouth = landmarks.get(LEFT_MOUTH).minus(landmarks.get(RIGHT_MOUTH));
    Point eyesMiddle = middle(landmarks.get(RIGHT_EYE), landmarks.get(LEFT_EYE));
    Point down = middle(landmarks.get(RIGHT_MOUTH), landmarks.get(LEFT_MOUTH)).minus(eyesMiddle);
    Point nose = landmarks.get(NOSE).minus(eyesMiddle);
    double area = eyes.cross(down);
    if (!(area > 0)) {
      return unknown();
    }
    double offset = nose.cross(down) / area;
    Point across = eyes.plus(mouth);
    return new HeadPose(
        finite(Math.toDegrees(Math.atan(offset / NOSE_PROTRUSION))),
        finite(Math.toDegrees(Math.atan2(across.y(), across.x()))),
        false);
  }

  /**
   * Whether it is turned away by more than a limit.
   *
   * @param maxYawDegrees 0 to 90; at 90 nothing is
   */
  public boolean isTurnedBeyond(double maxYawDegrees) {
    return profile
        ? maxYawDegrees < 90
        : yawDegrees.isPresent() && Math.abs(yawDegrees.getAsDouble()) > maxYawDegrees;
  }

  private static Point middle(Point a, Point b) {
    return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }

  private static OptionalDouble finite(double degrees) {
    return Double.isFinite(degrees) ? OptionalDouble.of(degrees) : OptionalDouble.empty();
  }
}
