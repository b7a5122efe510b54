package io.moodline.app.traffic;

/**
 * When a camera takes frames: every {@code frameMs} during the first {@code burstMs} of each {@code
 * periodMs}. With a burst as long as the period it takes them evenly; with a shorter one there are
 * few frames, and yet frames that are near enough to one another for faces to be followed.
 *
 * @param frameMs between two frames of a burst, milliseconds
 * @param burstMs how long a burst lasts, milliseconds
 * @param periodMs from one burst's begin to the next, milliseconds
 * @param phaseMs by how much all is later than multiples of the period, epoch milliseconds
 */
public record FrameRhythm(long frameMs, long burstMs, long periodMs, long phaseMs) {

  /** Refuses what makes no sense, by name. */
  public FrameRhythm {
    require(frameMs > 0, "frameMs", frameMs, "above 0");
    require(burstMs >= frameMs, "burstMs", burstMs, "at least frameMs, which is " + frameMs);
    require(periodMs >= burstMs, "periodMs", periodMs, "at least burstMs, which is " + burstMs);
    require(phaseMs >= 0, "phaseMs", phaseMs, "0 or more");
  }

  private static void require(boolean met, String name, long value, String allowed) {
    if (!met) {
      throw new IllegalArgumentException(name + " is " + value + ", but must be " + allowed);
    }
  }

  /** A frame every {@code frameMs}, without end. */
  public static FrameRhythm every(long frameMs) {
    return new FrameRhythm(frameMs, frameMs, frameMs, 0);
  }

  /** The first frame at or after a time, epoch milliseconds. */
  long atOrAfter(long ms) {
    long within = Math.floorMod(ms - phaseMs, periodMs);
    long begin = ms - within;
    long frame = (within + frameMs - 1) / frameMs * frameMs;
    return frame < burstMs ? begin + frame : begin + periodMs;
  }
}
