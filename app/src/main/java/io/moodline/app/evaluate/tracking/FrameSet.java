package io.moodline.app.evaluate.tracking;

import java.util.List;

/** Gives the frames of scenes. */
public interface FrameSet {

  /**
   * The frames of one scene, the same for the same arguments.
   *
   * @param seconds how long it is
   */
  List<SceneFrame> frames(SceneKind kind, Condition condition, int seconds, long seed);

  /** Boxes alone, as a detector that is not perfect would find them. */
  static FrameSet simulated() {
    return (kind, condition, seconds, seed) ->
        kind == SceneKind.DEMO
            ? SceneFrames.demo(condition, seconds, seed)
            : SceneFrames.crowd(condition, seconds, seed);
  }
}
