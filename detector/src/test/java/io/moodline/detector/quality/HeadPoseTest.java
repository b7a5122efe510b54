package io.moodline.detector.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.detector.geometry.Point;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class HeadPoseTest {

  /**
   * Right eye, left eye, nose tip, right and left corner of the mouth: to the right, down, near.
   */
  private static final double[][] HEAD = {
    {-50, 0, 0}, {50, 0, 0}, {0, 60, 100 * HeadPose.NOSE_PROTRUSION}, {-35, 110, 0}, {35, 110, 0}
  };

  @Test
  void aHeadThatLooksStraightAheadIsNotTurned() {
    HeadPose pose =
        HeadPose.ofLandmarks(
            List.of(
                new Point(10, 10),
                new Point(30, 10),
                new Point(20, 20),
                new Point(12, 30),
                new Point(28, 30)));

    assertThat(pose.yawDegrees()).hasValue(0);
    assertThat(pose.rollDegrees()).hasValue(0);
    assertThat(pose.profile()).isFalse();
  }

  @Test
  void aNoseToTheRightOfThePictureIsYawAboveZero() {
    // Eyes 20 apart, the nose 11.4 = 0.57 * 20 beside the middle: the tangent is 1.
    List<Point> landmarks =
        List.of(
            new Point(10, 10),
            new Point(30, 10),
            new Point(31.4, 20),
            new Point(12, 30),
            new Point(28, 30));

    assertThat(HeadPose.ofLandmarks(landmarks).yawDegrees().getAsDouble())
        .isCloseTo(45, within(1e-9));
  }

  @Test
  void rollIsThatOfEyesAndMouthAndClockwiseIsAboveZero() {
    // The eyes' line goes (30, 10), the mouth's (20, 40) - both together (50, 50): 45 degrees.
    List<Point> landmarks =
        List.of(
            new Point(0, 0),
            new Point(30, 10),
            new Point(0, 20),
            new Point(-30, 20),
            new Point(-10, 60));

    assertThat(HeadPose.ofLandmarks(landmarks).rollDegrees().getAsDouble())
        .isCloseTo(45, within(1e-9));
  }

  @Property
  void neitherNodNorLeanChangesYaw(
      @ForAll @DoubleRange(min = -70, max = 70) double yaw,
      @ForAll @DoubleRange(min = -40, max = 40) double nod,
      @ForAll @DoubleRange(min = -170, max = 170) double lean,
      @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
    List<Point> seen = Arrays.stream(HEAD).map(p -> seen(p, yaw, nod, lean, scale)).toList();

    assertThat(HeadPose.ofLandmarks(seen).yawDegrees().getAsDouble()).isCloseTo(yaw, within(1e-6));
  }

  /** Yaw about the neck, then the nod, then the lean; seen from far away. */
  private static Point seen(double[] p, double yaw, double nod, double lean, double scale) {
    double t = Math.toRadians(yaw);
    double x = p[0] * Math.cos(t) + p[2] * Math.sin(t);
    double z = -p[0] * Math.sin(t) + p[2] * Math.cos(t);
    double n = Math.toRadians(nod);
    double y = p[1] * Math.cos(n) + z * Math.sin(n);
    double r = Math.toRadians(lean);
    return new Point(
        300 + scale * (x * Math.cos(r) - y * Math.sin(r)),
        200 + scale * (x * Math.sin(r) + y * Math.cos(r)));
  }

  @Property
  void withoutANodRollIsTheLean(
      @ForAll @DoubleRange(min = -70, max = 70) double yaw,
      @ForAll @DoubleRange(min = -170, max = 170) double lean) {
    List<Point> seen = Arrays.stream(HEAD).map(p -> seen(p, yaw, 0, lean, 1)).toList();

    assertThat(HeadPose.ofLandmarks(seen).rollDegrees().getAsDouble())
        .isCloseTo(lean, within(1e-6));
  }

  @Test
  void withoutLandmarksNothingIsKnown() {
    assertThat(HeadPose.ofLandmarks(List.of())).isEqualTo(HeadPose.unknown());
    assertThat(HeadPose.ofRoll(12).yawDegrees()).isEmpty();
  }

  @Test
  void landmarksThatAreNoFaceTellNothing() {
    Point same = new Point(5, 5);
    List<Point> mirrored =
        List.of(
            new Point(30, 10),
            new Point(10, 10),
            new Point(20, 20),
            new Point(28, 30),
            new Point(12, 30));

    assertThat(HeadPose.ofLandmarks(List.of(same, same, same, same, same)))
        .isEqualTo(HeadPose.unknown());
    assertThat(HeadPose.ofLandmarks(mirrored)).isEqualTo(HeadPose.unknown());
    assertThatThrownBy(() -> HeadPose.ofLandmarks(List.of(same)))
        .hasMessageContaining("5 landmarks, not 1");
  }
}
