package io.moodline.detector.quality;

import java.util.Optional;

/**
 * How well a face can be judged.
 *
 * @param sharpness variance of the Laplacian of the gray crop, squared gray levels, 0 or more
 * @param brightness mean gray level of the crop, 0 to 255
 * @param cutByEdge true when the box touches the frame's edge
 * @param pose how the head is held, as far as it is known
 * @param flaw why the face is not fit to be judged, or empty when it is
 */
public record FaceQuality(
    double sharpness, double brightness, boolean cutByEdge, HeadPose pose, Optional<Flaw> flaw) {

  /** Why a face is not fit to be judged; the names are what the topic carries. */
  public enum Flaw {
    TOO_SMALL,
    CUT_BY_EDGE,
    TURNED_AWAY,
    TOO_DARK,
    BLURRED
  }
}
