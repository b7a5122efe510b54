package io.moodline.detector.tracking;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.tracking.Motion.Prediction;

/**
 * How much likelier it is that a detection is a track's face than that it is another: the logarithm
 * of the density of its place and size, were it the track's, over a density of new faces that grows
 * with the crowd, as in S. S. Blackman, "Multiple hypothesis tracking for multiple target
 * tracking", IEEE Aerospace and Electronic Systems Magazine 19 (2004). Lengths are in sizes of the
 * track's face.
 *
 * <p>The face goes on as it went, or, when it was slow, stays where it was: the likelier of both
 * counts. Without the second, a standing face that is covered for a moment would soon be expected
 * as vaguely as one that walks, and take the detection of who walks past. Constants were chosen by
 * {@code moodline evaluate-tracker} on seeds 1 to 10.
 */
final class Likelihood {

  /** Sizes that differ by more than this factor are not of the same face. */
  private static final double MAX_SIZE_RATIO = 1.6;

  /** A detection may lie this far from where a track is known to be. */
  private static final double BASE_JUMP = 0.3;

  /** And this many standard deviations further. */
  private static final double DEVIATIONS = 2.2;

  /** Standard deviation of a detection's centre; faces that are partly covered move the box. */
  private static final double CENTRE = 0.05;

  /** Of the logarithm of its size. */
  private static final double SIZE = 0.08;

  /** A slower face may stay where it is, sizes a second. */
  private static final double SLOW = 0.8;

  /** Standard deviation of where one that stays may be found, sizes a second. */
  private static final double FIDGETING = 0.1;

  /** Logarithm of the probability that a slow face stays. */
  private static final double STAYS = -0.65;

  /**
   * Logarithm of the density of what is known to 1 size, over that of new faces where one face is;
   * new faces are as many times denser as there are more.
   */
  private static final double OVER_NEW = 5;

  /** What a track loses for each second in which it was not found. */
  private static final double FORGETTING = 1;

  /**
   * What it loses against others when it was not found last: coasting tracks take no detection from
   * a face that is seen.
   */
  private static final double LOST = 0.6;

  /** Makes two fair pairs better than a good one that leaves a face and a track alone. */
  private static final double PAIR = 10;

  private static final double LEAST = 1e-3;

  private final TrackerSettings settings;
  private final int faces;

  /**
   * @param faces detections in the frame
   */
  Likelihood(TrackerSettings settings, int faces) {
    this.settings = settings;
    this.faces = Math.max(1, faces);
  }

  /** How well they fit; 0: not at all. */
  double of(Candidate track, Detection detection) {
    Prediction expected = track.expected();
    Box seen = detection.box();
    if (!isWithinReach(expected, seen)) {
      return 0;
    }
    double change = Math.log(seen.size() / expected.going().size());
    double advantage =
        OVER_NEW
            - Math.log(faces)
            + place(expected, seen)
            + density(change * change, expected.sizeVariance() + SIZE * SIZE)
            - FORGETTING * track.lostMs() / 1000;
    return advantage <= 0 ? 0 : Math.max(LEAST, advantage + PAIR - (track.lostMs() > 0 ? LOST : 0));
  }

  private boolean isWithinReach(Prediction expected, Box seen) {
    Box box = expected.going();
    double ratio = seen.size() / box.size();
    if (ratio > MAX_SIZE_RATIO || ratio < 1 / MAX_SIZE_RATIO) {
      return false;
    }
    double deviation = Math.sqrt(Math.max(expected.xVariance(), expected.yVariance()));
    double allowed = Math.min(BASE_JUMP + DEVIATIONS * deviation, settings.maxJump());
    return box.iou(seen) >= settings.minIou() || box.distance(seen) < allowed * box.size();
  }

  private static double place(Prediction expected, Box seen) {
    double goes = place(expected.going(), seen, expected.xVariance(), expected.yVariance());
    if (expected.speed() >= SLOW) {
      return goes;
    }
    double fidgeting = square(FIDGETING * expected.seconds());
    return Math.max(goes, STAYS + place(expected.staying(), seen, fidgeting, fidgeting));
  }

  private static double place(Box box, Box seen, double xVariance, double yVariance) {
    double size = box.size();
    double error = square(CENTRE);
    return density(square((seen.centerX() - box.centerX()) / size), xVariance + error)
        + density(square((seen.centerY() - box.centerY()) / size), yVariance + error);
  }

  /** The logarithm of a normal density, but for a constant. */
  private static double density(double squaredError, double variance) {
    return -0.5 * (squaredError / variance + Math.log(variance));
  }

  private static double square(double value) {
    return value * value;
  }
}
