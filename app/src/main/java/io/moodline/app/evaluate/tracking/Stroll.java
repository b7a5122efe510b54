package io.moodline.app.evaluate.tracking;

import io.moodline.detector.geometry.Box;
import java.util.List;

/**
 * One person's way through the picture. Immutable.
 *
 * @param person who; nobody comes twice
 * @param steps in the order of time, two or more: between two the face moves evenly sped up and
 *     slowed down, or stands still
 * @param hidden when the face cannot be seen, though it goes on: behind a pillar, or turned away
 * @param score what a detector gives it in full view, 0 to 1
 */
record Stroll(long person, List<Step> steps, List<Span> hidden, double score) {

  /** A face is taller than it is wide. */
  static final double ASPECT = 1.3;

  /** A head bobs by this share of its size at full pace, about twice a second. */
  private static final double BOB = 0.03;

  private static final double BOB_MS = 520;

  Stroll {
    steps = List.copyOf(steps);
    hidden = List.copyOf(hidden);
  }

  /**
   * Where the face is at a time.
   *
   * @param size the side of the square of the box's area, pixels
   */
  record Step(double atMs, double x, double y, double size) {}

  /** From one time to another, excluded; milliseconds of the scene. */
  record Span(double fromMs, double toMs) {

    boolean contains(double ms) {
      return ms >= fromMs && ms < toMs;
    }
  }

  boolean isThere(double ms) {
    return ms >= steps.get(0).atMs && ms < steps.get(steps.size() - 1).atMs;
  }

  boolean isHidden(double ms) {
    return hidden.stream().anyMatch(span -> span.contains(ms));
  }

  /** The face's box at a time at which it is there, pixels; it may reach out of the frame. */
  Box box(double ms) {
    int next = 1;
    while (next < steps.size() - 1 && steps.get(next).atMs <= ms) {
      next++;
    }
    Step from = steps.get(next - 1);
    Step to = steps.get(next);
    double done = Math.min(1, Math.max(0, (ms - from.atMs) / (to.atMs - from.atMs)));
    double eased = done * done * (3 - 2 * done);
    double size = from.size + (to.size - from.size) * eased;
    double pace = Math.min(1, Math.hypot(to.x - from.x, to.y - from.y) / from.size);
    double bob = BOB * size * pace * Math.sin(2 * Math.PI * ms / BOB_MS);
    return Box.around(
        from.x + (to.x - from.x) * eased,
        from.y + (to.y - from.y) * eased + bob,
        size / Math.sqrt(ASPECT),
        size * Math.sqrt(ASPECT));
  }
}
