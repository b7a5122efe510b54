package io.moodline.trainer.facebasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FaceGeometryTest {

  private static final int PIXELS = FaceMask.SIZE * FaceMask.SIZE;

  @Test
  void aShiftMovesThePicture() {
    float[] face = new float[PIXELS];
    face[20 * FaceMask.SIZE + 30] = 5;

    float[] moved = new Similarity(3, -2, 0, 0).apply(face);

    // The pixel at (27, 22) is taken from (27 + 3, 22 - 2).
    assertThat(moved[22 * FaceMask.SIZE + 27]).isEqualTo(5);
  }

  @Test
  void aQuarterTurnTakesTheRightEdgeFromBelow() {
    float[] face = new float[PIXELS];
    face[47 * FaceMask.SIZE + 10] = 5;

    float[] moved = new Similarity(0, 0, 0, Math.PI / 2).apply(face);

    // About the centre (23.5, 23.5): right edge (47, 37) comes from (10, 47).
    assertThat(moved[37 * FaceMask.SIZE + 47]).isCloseTo(5, within(1e-3f));
  }

  @Property(tries = 200)
  void aSimilarityAndItsInverseCancel(
      @ForAll @DoubleRange(min = -8, max = 8) double right,
      @ForAll @DoubleRange(min = -8, max = 8) double down,
      @ForAll @DoubleRange(min = -0.4, max = 0.4) double logScale,
      @ForAll @DoubleRange(min = -0.35, max = 0.35) double turn) {
    Similarity some = new Similarity(right, down, logScale, turn);

    for (Similarity nothing :
        new Similarity[] {some.after(some.inverse()), some.inverse().after(some)}) {
      assertThat(nothing.right()).isCloseTo(0, within(1e-9));
      assertThat(nothing.down()).isCloseTo(0, within(1e-9));
      assertThat(nothing.logScale()).isCloseTo(0, within(1e-9));
      assertThat(nothing.turn()).isCloseTo(0, within(1e-9));
    }
  }

  @Property(tries = 50)
  void halvesAddUpToThePicture(@ForAll long seed) {
    Random random = new Random(seed);
    double[] picture = random.doubles(PIXELS, -3, 3).toArray();

    float[] symmetric = MirrorHalves.picture(MirrorHalves.part(picture, true), true);
    float[] asymmetric = MirrorHalves.picture(MirrorHalves.part(picture, false), false);

    assertThat(FaceMask.mirrored(symmetric)).containsExactly(symmetric);
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      assertThat(symmetric[pixel] + asymmetric[pixel])
          .isCloseTo((float) picture[pixel], within(1e-5f));
    }
  }

  @Property(tries = 50)
  void brightnessAndContrastAreTakenOut(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 5) double contrast) {
    float[] face = noise(seed);
    float[] brighter = new float[PIXELS];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      brighter[pixel] = (float) (40 + contrast * face[pixel]);
    }

    assertThat(FaceMask.standardised(brighter))
        .containsExactly(FaceMask.standardised(face), within(1e-3f));
  }

  @Test
  void aFlatPictureStaysFlat() {
    assertThat(FaceMask.standardised(new float[PIXELS])).containsOnly(0f);
  }

  @Test
  void aMovedFaceIsMovedBack() {
    float[] template = FaceMask.standardised(blob(24, 20));
    FaceAligner aligner = new FaceAligner(template);
    float[] moved = FaceMask.standardised(blob(28, 17));

    Similarity found = aligner.search(moved);

    assertThat(found.right()).isCloseTo(4, within(0.5));
    assertThat(found.down()).isCloseTo(-3, within(0.5));
    assertThat(aligner.fit(found.apply(moved))).isGreaterThan(0.98);
  }

  /** A bright spot, long enough that a turn would show. */
  private static float[] blob(double x, double y) {
    float[] picture = new float[PIXELS];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      double right = (pixel % FaceMask.SIZE - x) / 9;
      double down = (pixel / FaceMask.SIZE - y) / 5;
      picture[pixel] = (float) Math.exp(-right * right - down * down);
    }
    return picture;
  }

  private static float[] noise(long seed) {
    Random random = new Random(seed);
    float[] picture = new float[PIXELS];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      picture[pixel] = (float) random.nextGaussian();
    }
    return picture;
  }
}
