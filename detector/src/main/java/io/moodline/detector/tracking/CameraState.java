package io.moodline.detector.tracking;

/**
 * What the detector knows of one camera between two frames. Immutable.
 *
 * @param progress how far its frames have been handled
 * @param tracker its faces
 */
public record CameraState(Progress progress, TrackerState tracker) {

  /** Before the first frame. */
  public static CameraState empty() {
    return new CameraState(Progress.none(), TrackerState.empty());
  }
}
