package io.moodline.detector.opencv;

import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.geometry.Point;
import io.moodline.detector.geometry.Similarity;
import io.moodline.detector.quality.HeadPose;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Looks at faces that YuNet found once more, from near, to see how they lean. One thread uses it.
 *
 * <p>YuNet's landmarks of a face that is less than about 150 pixels wide in its input are nearly
 * those of an upright one: of 30 degrees they show 2 to 7 (medians; FER-2013 pictures and
 * photographs turned by known angles; both released models alike). Only its coarsest layer, which
 * sees large faces, knows tilt, and shows about half of it in a small picture that the face fills.
 * So the face is drawn large, found again, drawn anew turned back by what was seen, and so on,
 * until it is seen upright. Faces turned by 10, 20 and 30 degrees then come out within 2 to 4
 * degrees (medians), where their first landmarks were 12 to 19 off.
 *
 * <p>From near, landmarks are too far from each other and beside the middle: the face's own are
 * kept, and only turned. Yaw is taken from near, where the face is upright: landmarks that miss a
 * tilt show it as yaw.
 */
final class SecondLook implements Refiner {

  /** Side of the picture that is looked at, pixels. */
  static final int SIDE = 128;

  /** The picture shows the middle of the box: the face reaches beyond it, which makes it larger. */
  private static final double MARGIN = -0.1;

  private static final CropGeometry NEAR = new CropGeometry(SIDE, SIDE, 3, MARGIN, List.of());

  /** How much more a face leans than its landmarks in such a picture show. */
  private static final double GAIN = 1.8;

  /** A face that is seen to lean less than this needs no further look, degrees. */
  private static final double UPRIGHT_DEGREES = 3;

  private static final int MAX_LOOKS = 3;

  /** Beyond this, what is seen is an error: YuNet finds no faces that lean so much, degrees. */
  private static final double MAX_DEGREES = 60;

  /** The eyes and the mouth of a head turned further are too short to show how it leans. */
  private static final double MAX_YAW_DEGREES = 40;

  /** Least score of the face when seen from near; that it is a face is known already. */
  static final double MIN_SCORE = 0.3;

  private final YuNetDetector detector;
  private final Warper warper = new Warper(SIDE, SIDE);

  /**
   * @param detector of pictures of {@link #SIDE}; owned from here on
   */
  SecondLook(YuNetDetector detector) {
    this.detector = detector;
  }

  /** Its landmarks are then turned as it leans; it is as it was, when it is not found again. */
  @Override
  public RawFace refine(Mat bgr, RawFace face) {
    double turned = face.pose().rollDegrees().orElse(0);
    RawFace best = face;
    for (int look = 0; look < MAX_LOOKS; look++) {
      Optional<HeadPose> seen = look(bgr, NEAR.frameToCrop(face.box(), List.of(), turned));
      if (seen.isEmpty()) {
        return best;
      }
      double left = seen.get().rollDegrees().orElse(0);
      double leans = turned + GAIN * left;
      if (Math.abs(leans) > MAX_DEGREES) {
        return best;
      }
      best = held(face, seen.get().yawDegrees(), leans);
      if (Math.abs(left) < UPRIGHT_DEGREES) {
        return best;
      }
      turned = leans;
    }
    return best;
  }

  /** How the face in the picture drawn is held, when it is found there and not turned far away. */
  private Optional<HeadPose> look(Mat bgr, Similarity near) {
    return detector.detect(warper.warp(bgr, near)).stream()
        .filter(face -> Math.min(face.box().width(), face.box().height()) > SIDE / 2.0)
        .max(Comparator.comparingDouble(RawFace::score))
        .map(RawFace::pose)
        .filter(pose -> pose.yawDegrees().isPresent() && !pose.isTurnedBeyond(MAX_YAW_DEGREES));
  }

  private static RawFace held(RawFace face, OptionalDouble yawDegrees, double rollDegrees) {
    double missing = rollDegrees - face.pose().rollDegrees().orElse(0);
    Similarity turn = Similarity.turn(missing, Similarity.mean(face.landmarks()));
    List<Point> landmarks = face.landmarks().stream().map(turn::apply).toList();
    HeadPose pose = new HeadPose(yawDegrees, OptionalDouble.of(rollDegrees), false);
    return new RawFace(face.box(), landmarks, face.score(), pose);
  }

  @Override
  public void close() {
    warper.close();
    detector.close();
  }
}
