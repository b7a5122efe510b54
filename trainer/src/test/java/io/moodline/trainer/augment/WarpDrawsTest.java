package io.moodline.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn, seen on a soft spot 10 pixels right of the centre and 0 above it. */
class WarpDrawsTest {

  private static final double CENTRE = 23.5;
  private static final double BESIDE = 10;
  private static final int DRAWS = 400;

  @Test
  void rotatesByUpToTheStrengthToBothSides() {
    DoubleSummaryStatistics degrees =
        drawn("rotate=20", at -> Math.toDegrees(Math.atan2(at[1], at[0])));

    assertSpread(degrees, -20, 20, 1);
    assertThat(degrees.getAverage()).isCloseTo(0, within(2.0));
  }

  @Test
  void scalesByUpToOnePlusTheStrengthOrAsMuchLess() {
    assertSpread(drawn("scale=0.5", at -> Math.hypot(at[0], at[1]) / BESIDE), 1 / 1.5, 1.5, 0.03);
  }

  @Test
  void stretchesTheWidthByTheRootOfTheRatio() {
    double most = Math.sqrt(1.44);
    assertSpread(drawn("stretch=0.44", at -> at[0] / BESIDE), 1 / most, most, 0.03);
  }

  @Test
  void shiftsByUpToTheShareOfTheSideInBothDirections() {
    // A tenth of 48 pixels.
    assertSpread(drawn("shift=0.1", at -> at[0] - BESIDE), -4.8, 4.8, 0.2);
    assertSpread(drawn("shift=0.1", at -> at[1]), -4.8, 4.8, 0.2);
  }

  @Test
  void flipsAndCutsAsOftenAsItsProbability() {
    DoubleSummaryStatistics flips = drawn("flip=0.25", at -> at[0] < 0 ? 1 : 0);

    assertThat(flips.getAverage()).isCloseTo(0.25, within(0.07));
    assertThat(drawn("flip=0", at -> at[0]).getMin()).isCloseTo(BESIDE, within(0.1));
    assertThat(drawn("flip=1", at -> at[0]).getMax()).isCloseTo(-BESIDE, within(0.1));
    assertThat(drawn("rotate=0.25:90", at -> Math.abs(at[1]) > 0.1 ? 1 : 0).getAverage())
        .isCloseTo(0.25, within(0.07));
  }

  private static void assertSpread(
      DoubleSummaryStatistics values, double least, double most, double slack) {
    assertThat(values.getMin()).isBetween(least - 0.05, least + slack);
    assertThat(values.getMax()).isBetween(most - slack, most + 0.05);
  }

  /** A measure of where the spot went, over many draws. */
  private static DoubleSummaryStatistics drawn(String plan, ToDoubleFunction<double[]> measure) {
    byte[] spot = spot();
    float[] target = new float[Canvas.PIXELS];
    return IntStream.range(0, DRAWS)
        .mapToDouble(
            seed -> {
              AugmentationPlan.parse(plan).apply(spot, new SplittableRandom(seed), target, 0);
              return measure.applyAsDouble(centroid(target));
            })
        .summaryStatistics();
  }

  private static byte[] spot() {
    byte[] face = new byte[Canvas.PIXELS];
    for (int i = 0; i < face.length; i++) {
      double right = i % Canvas.SIZE - CENTRE - BESIDE;
      double down = i / Canvas.SIZE - CENTRE;
      face[i] = (byte) Math.round(250 * Math.exp(-(right * right + down * down) / 8));
    }
    return face;
  }

  /** The spot's place right of and below the centre, pixels. */
  private static double[] centroid(float[] face) {
    double right = 0;
    double down = 0;
    double sum = 0;
    for (int i = 0; i < face.length; i++) {
      right += face[i] * (i % Canvas.SIZE - CENTRE);
      down += face[i] * (i / Canvas.SIZE - CENTRE);
      sum += face[i];
    }
    return new double[] {right / sum, down / sum};
  }
}
