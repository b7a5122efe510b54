package io.moodline.detector.quality;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.quality.FaceQuality.Flaw;
import java.util.Optional;

/**
 * What a face must have to be fit to be judged. Immutable.
 *
 * @param minSide shortest side of the box, pixels of the frame
 * @param maxOutside largest share of the box outside of the frame, 0 to 1
 * @param minBrightness least mean gray level of the crop, 0 to 255
 * @param minSharpness least variance of the Laplacian of the crop, squared gray levels
 */
public record QualityLimits(
    double minSide, double maxOutside, double minBrightness, double minSharpness) {

  /**
   * Judges a face. Of several flaws the one named first here counts: too small, cut by the edge,
   * too dark, blurred.
   *
   * @param box as the detector gave it, possibly beyond the frame's edges, pixels of the frame
   */
  public FaceQuality judge(
      Box box, int frameWidth, int frameHeight, double sharpness, double brightness) {
    return new FaceQuality(
        sharpness,
        brightness,
        box.touchesEdge(frameWidth, frameHeight),
        Optional.ofNullable(flaw(box, frameWidth, frameHeight, sharpness, brightness)));
  }

  private Flaw flaw(Box box, int frameWidth, int frameHeight, double sharpness, double brightness) {
    if (Math.min(box.width(), box.height()) < minSide) {
      return Flaw.TOO_SMALL;
    } else if (box.shareOutside(frameWidth, frameHeight) > maxOutside) {
      return Flaw.CUT_BY_EDGE;
    } else if (brightness < minBrightness) {
      return Flaw.TOO_DARK;
    }
    return sharpness < minSharpness ? Flaw.BLURRED : null;
  }
}
