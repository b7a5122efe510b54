package io.moodline.ingest.flow;

/**
 * Chooses the pictures of a live source that become frames, at a target rate. Frames are due on a
 * grid of the period, so that the rate does not drift however pictures arrive. Not thread-safe.
 */
public final class FrameSampler {

  private final double periodMs;
  private double dueMs = Double.NEGATIVE_INFINITY;

  /**
   * @param targetFps frames a second, above 0
   */
  public FrameSampler(double targetFps) {
    if (!(targetFps > 0)) {
      throw new IllegalArgumentException(
          "the target is " + targetFps + " fps, but must be above 0");
    }
    this.periodMs = 1000 / targetFps;
  }

  /**
   * True when the picture of this time becomes a frame.
   *
   * @param nowMs time of the picture; never falls
   */
  public boolean take(double nowMs) {
    if (nowMs < dueMs) {
      return false;
    }
    // After a gap the grid begins anew, lest a burst of pictures all become frames.
    boolean gap = nowMs - dueMs > periodMs;
    dueMs = gap ? nowMs + periodMs : dueMs + periodMs;
    return true;
  }
}
