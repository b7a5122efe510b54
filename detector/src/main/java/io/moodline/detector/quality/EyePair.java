package io.moodline.detector.quality;

import io.moodline.detector.geometry.Box;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two boxes that may be a face's two eyes. Immutable.
 *
 * @param left the one further left in the picture: the person's right eye
 * @param right the other
 */
public record EyePair(Box left, Box right) {

  /** Distances between two eyes, as a share of the width of a frontal cascade's box. */
  private static final double MIN_DISTANCE = 0.25;

  private static final double MAX_DISTANCE = 0.6;

  /**
   * The usual one: in FER-2013's pictures, in which that box is 0.967 of their width, eyes lie
   * 0.356 of the width apart.
   */
  private static final double USUAL_DISTANCE = 0.37;

  /** Faces that lean more are not found by a frontal cascade. */
  private static final double MAX_ROLL_DEGREES = 35;

  /** How much larger one eye's box may be than the other's, side by side. */
  private static final double MAX_SIZE_RATIO = 1.8;

  /**
   * How far from the middle of the box the eyes' middle may lie across, as a share of its width.
   */
  private static final double MAX_ASIDE = 0.15;

  /** The angle of the line between the centres, degrees, above 0 when it turns clockwise. */
  public double rollDegrees() {
    return Math.toDegrees(
        Math.atan2(right.centerY() - left.centerY(), right.centerX() - left.centerX()));
  }

  /**
   * The two of several boxes that are most like the eyes of a face: at a plausible distance and
   * angle, alike in size and on either side of the face's middle.
   *
   * @param candidates found in the face, pixels of the frame
   * @param face its box, pixels of the frame
   * @return nothing when no two are plausible
   */
  public static Optional<EyePair> best(List<Box> candidates, Box face) {
    return candidates.stream()
        .flatMap(left -> pairs(left, candidates))
        .filter(pair -> pair.isPlausible(face))
        .min(Comparator.comparingDouble(pair -> pair.oddness(face)));
  }

  private static Stream<EyePair> pairs(Box left, List<Box> candidates) {
    return candidates.stream()
        .filter(right -> right.centerX() > left.centerX())
        .map(right -> new EyePair(left, right));
  }

  private boolean isPlausible(Box face) {
    double distance = left.distance(right) / face.width();
    return distance >= MIN_DISTANCE
        && distance <= MAX_DISTANCE
        && Math.abs(rollDegrees()) <= MAX_ROLL_DEGREES
        && sizeRatio() <= MAX_SIZE_RATIO
        && aside(face) <= MAX_ASIDE;
  }

  private double sizeRatio() {
    return Math.max(left.size(), right.size()) / Math.min(left.size(), right.size());
  }

  private double aside(Box face) {
    return Math.abs((left.centerX() + right.centerX()) / 2 - face.centerX()) / face.width();
  }

  /** 0 for two eyes as they usually lie; the more, the odder. */
  private double oddness(Box face) {
    return Math.abs(left.distance(right) / face.width() / USUAL_DISTANCE - 1)
        + aside(face)
        + (sizeRatio() - 1) / 2;
  }
}
