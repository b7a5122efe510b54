package io.moodline.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WarpTest {

  private static final int SIZE = Canvas.SIZE;

  @Test
  void aMirroredFaceHasItsColumnsReversedExactly() {
    float[] from = Faces.noisy(1);
    float[] to = warped(from, Warp.place(true, 0, 1, 1, 0, 0));

    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        assertThat(to[row * SIZE + column]).isEqualTo(from[row * SIZE + SIZE - 1 - column]);
      }
    }
  }

  @Test
  void aShiftMovesTheFaceAndRepeatsItsBorder() {
    float[] from = new float[Canvas.PIXELS];
    from[20 * SIZE + 30] = 100;
    from[10 * SIZE] = 50;

    float[] to = warped(from, Warp.place(false, 0, 1, 1, 3, 2));

    assertThat(to[22 * SIZE + 33]).isEqualTo(100);
    // The left border's pixel of row 10 fills the three columns that came free.
    assertThat(to[12 * SIZE]).isEqualTo(50);
    assertThat(to[12 * SIZE + 3]).isEqualTo(50);
    assertThat(to[12 * SIZE + 4]).isZero();
  }

  @Test
  void halfAPixelTakesTheMeanOfBothNeighbours() {
    float[] from = new float[Canvas.PIXELS];
    from[20 * SIZE + 30] = 100;

    float[] to = warped(from, Warp.place(false, 0, 1, 1, 0.5, 0));

    assertThat(to[20 * SIZE + 30]).isEqualTo(50);
    assertThat(to[20 * SIZE + 31]).isEqualTo(50);
  }

  @Test
  void aQuarterTurnBringsTheTopToTheRight() {
    float[] from = new float[Canvas.PIXELS];
    from[10] = 100;

    float[] to = warped(from, Warp.place(false, Math.PI / 2, 1, 1, 0, 0));

    // Row 0, column 10 is 13.5 left and 23.5 above the centre: clockwise, 23.5 right, 13.5 above.
    assertThat(to[10 * SIZE + 47]).isCloseTo(100, within(1e-2f));
  }

  @Test
  void aFaceTwiceAsWideIsAsTallAsBefore() {
    float[] from = new float[Canvas.PIXELS];
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        from[row * SIZE + column] = column + 100 * row;
      }
    }

    float[] to = warped(from, Warp.place(false, 0, 2, 1, 0, 0));

    // Column 47 is 23.5 from the centre and comes from 11.75 beside it: 23.5 + 11.75.
    assertThat(to[5 * SIZE + 47]).isCloseTo(500 + 35.25f, within(1e-3f));
    assertThat(to[5 * SIZE]).isCloseTo(500 + 11.75f, within(1e-3f));
  }

  @Property(tries = 200)
  void neverLeavesTheRangeOfTheFaceAndKeepsAFlatOne(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 180) double turn,
      @ForAll @DoubleRange(min = 0, max = 1) double scale,
      @ForAll @DoubleRange(min = 0, max = 0.5) double shift) {
    AugmentationPlan plan =
        AugmentationPlan.of(
            java.util.List.of(
                new Step(Technique.ROTATE, 1, turn),
                new Step(Technique.SCALE, 1, scale),
                new Step(Technique.STRETCH, 1, scale),
                new Step(Technique.SHIFT, 1, shift)));
    float[] target = new float[Canvas.PIXELS];

    plan.apply(Faces.of(40, 90), new SplittableRandom(seed), target, 0);

    for (float value : target) {
      assertThat(value).isBetween(40f, 90f);
    }
    plan.apply(Faces.of(77, 77), new SplittableRandom(seed), target, 0);
    assertThat(target).containsOnly(77f);
  }

  private static float[] warped(float[] from, Affine affine) {
    float[] to = new float[Canvas.PIXELS];
    affine.warp(from, to);
    return to;
  }
}
