package io.moodline.app.demo;

/**
 * One person's walk through the picture, from entering to leaving.
 *
 * @param slot which of the scene's places the person takes, from 0
 * @param person the person's number; nobody comes twice
 * @param fromMs scene time at which the visit begins, outside of the picture
 * @param toMs scene time at which it has ended, outside of the picture
 * @param faceSize width and height of the face's box, pixels; a nearer person's is larger
 * @param top the face box's upper edge when standing still, pixels
 */
record Visit(
    int slot,
    long person,
    long fromMs,
    long toMs,
    int faceSize,
    double top,
    WalkPath path,
    ExpressionScript script) {

  private static final double STEP_MS = 560;
  private static final double SWAY_MS = 4300;

  /** The left edge of the face's box, pixels of the frame; negative or beyond the frame outside. */
  int left(long ms) {
    return (int) Math.round(path.x(ms) + 0.02 * faceSize * wave(ms, SWAY_MS));
  }

  /** The upper edge of the face's box, pixels of the frame: heads bob as people walk. */
  int top(long ms) {
    double bob = 0.025 * faceSize * path.haste(ms) * wave(ms, STEP_MS);
    return (int) Math.round(top + bob + 0.012 * faceSize * wave(ms, 0.8 * SWAY_MS));
  }

  private double wave(long ms, double period) {
    return Math.sin(2 * Math.PI * (ms - fromMs) / period);
  }
}
