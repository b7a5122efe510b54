package io.moodline.detector.quality;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.quality.FaceQuality.Flaw;
import java.util.Optional;

/**
 * What a face must have to be fit to be judged. Immutable.
 *
 * @param minSide shortest side of the box, pixels of the frame
 * @param maxOutside largest share of the box outside of the frame, 0 to 1
 * @param maxYawDegrees furthest that a head may be turned away, 0 to 90; 90: any is fit
 * @param minBrightness least mean gray level of the crop, 0 to 255
 * @param minSharpness least variance of the Laplacian of the crop, squared gray levels
 */
public record QualityLimits(
    double minSide,
    double maxOutside,
    double maxYawDegrees,
    double minBrightness,
    double minSharpness) {

  /**
   * Judges a face. Of several flaws the one named first here counts: too small, cut by the edge,
   * turned away, too dark, blurred. A head whose yaw is not known is not turned away, unless it was
   * found as a profile.
   *
   * @param box as the detector gave it, possibly beyond the frame's edges, pixels of the frame
   */
  public FaceQuality judge(
      Box box,
      int frameWidth,
      int frameHeight,
      HeadPose pose,
      double sharpness,
      double brightness) {
    return new FaceQuality(
        sharpness,
        brightness,
        box.touchesEdge(frameWidth, frameHeight),
        pose,
        Optional.ofNullable(flaw(box, frameWidth, frameHeight, pose, sharpness, brightness)));
  }

  private Flaw flaw(
      Box box,
      int frameWidth,
      int frameHeight,
      HeadPose pose,
      double sharpness,
      double brightness) {
    if (Math.min(box.width(), box.height()) < minSide) {
      return Flaw.TOO_SMALL;
    } else if (box.shareOutside(frameWidth, frameHeight) > maxOutside) {
      return Flaw.CUT_BY_EDGE;
    } else if (pose.isTurnedBeyond(maxYawDegrees)) {
      return Flaw.TURNED_AWAY;
    } else if (brightness < minBrightness) {
      return Flaw.TOO_DARK;
    }
    return sharpness < minSharpness ? Flaw.BLURRED : null;
  }
}
