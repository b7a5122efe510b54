package io.moodline.app.demo;

import java.util.List;

/**
 * How far right someone is at each time: legs walked with smooth starts and stops, pauses between
 * them. Lengths in pixels, times in scene ms.
 *
 * @param legs in order of time; where one ends the next begins
 */
record WalkPath(List<Leg> legs) {

  /** The part of a leg's time in which one gets faster, and as long again in which one slows. */
  private static final double RAMP = 0.25;

  WalkPath {
    legs = List.copyOf(legs);
  }

  /** A walk from {@code fromX} at {@code fromMs} to {@code toX} at {@code toMs}. */
  record Leg(long fromMs, long toMs, double fromX, double toX) {

    private double progress(double ms) {
      return Math.min(1, Math.max(0, (ms - fromMs) / (toMs - fromMs)));
    }

    double x(double ms) {
      return fromX + (toX - fromX) * eased(progress(ms));
    }

    /** 0 when standing, 1 at this leg's full speed. */
    double haste(double ms) {
      double progress = progress(ms);
      return Math.min(1, Math.min(progress, 1 - progress) / RAMP);
    }
  }

  /** Speed rises evenly, stays, falls evenly; 0 to 1 for 0 to 1. */
  private static double eased(double progress) {
    double top = 1 / (1 - RAMP);
    if (progress < RAMP) {
      return top * progress * progress / (2 * RAMP);
    }
    if (progress > 1 - RAMP) {
      double left = 1 - progress;
      return 1 - top * left * left / (2 * RAMP);
    }
    return top * (progress - RAMP / 2);
  }

  /** Where one is; before the first leg at its start, after the last at its end. */
  double x(double ms) {
    return legAt(ms).x(ms);
  }

  /** 0 when standing, 1 at full speed. */
  double haste(double ms) {
    return legAt(ms).haste(ms);
  }

  private Leg legAt(double ms) {
    Leg current = legs.get(0);
    for (Leg leg : legs) {
      current = leg.fromMs() <= ms ? leg : current;
    }
    return current;
  }
}
