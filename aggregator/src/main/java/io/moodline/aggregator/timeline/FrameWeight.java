package io.moodline.aggregator.timeline;

/**
 * How well a face could be judged in one frame, 0 to 1: what that frame counts in the verdict on
 * the visit.
 *
 * <p>{@code weight = size * sharpness * pose}, and never less than {@value #LEAST}, since the
 * quality limits have found the face fit to be judged:
 *
 * <ul>
 *   <li>size: the box's shorter side over {@value #FULL_SIDE} pixels, at most 1. The models look at
 *       crops of that size; a smaller face was blown up, and shows no more than it had.
 *   <li>sharpness: the variance of the crop's Laplacian over {@value #FULL_SHARPNESS}, at most 1:
 *       five times the limit below which a face counts as blurred.
 *   <li>pose: the cosine of the yaw, which is the share of the face's width that the camera sees.
 * </ul>
 *
 * What is not known counts as 1.
 */
public final class FrameWeight {

  static final double FULL_SIDE = 48;
  static final double FULL_SHARPNESS = 100;
  static final double LEAST = 0.01;

  private FrameWeight() {}

  /**
   * The weight of one frame.
   *
   * @param sidePx the shorter side of the face's box, pixels of the frame
   * @param sharpness variance of the crop's Laplacian, squared gray levels, or null
   * @param yawDegrees how far the head is turned to either side, -90 to 90, or null
   * @return {@value #LEAST} to 1
   */
  public static double of(double sidePx, Float sharpness, Float yawDegrees) {
    double size = share(sidePx / FULL_SIDE);
    double sharp = sharpness == null ? 1 : share(sharpness / FULL_SHARPNESS);
    double pose = yawDegrees == null ? 1 : share(Math.cos(Math.toRadians(yawDegrees)));
    double weight = size * sharp * pose;
    // Written so that NaN gives the least, too.
    return weight > LEAST ? weight : LEAST;
  }

  private static double share(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
