package io.moodline.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CameraTest {

  private static final int SIZE = Canvas.SIZE;

  @Test
  void aBlurredDotIsTheProductOfTwoBells() {
    Canvas face = Faces.canvas(0, 0, 0, 0);
    face.pixels()[20 * SIZE + 30] = 100;

    Blur.apply(face, 1);

    // exp(-k^2 / 2) for k = 0 to 3 is 1, 0.60653, 0.13534, 0.01111; all seven sum to 2.50595.
    assertThat(face.pixels()[20 * SIZE + 30]).isCloseTo(15.9241f, within(1e-3f));
    assertThat(face.pixels()[20 * SIZE + 31]).isCloseTo(9.6585f, within(1e-3f));
    assertThat(face.pixels()[22 * SIZE + 30]).isCloseTo(2.1551f, within(1e-3f));
    assertThat(face.pixels()[20 * SIZE + 34]).isZero();
  }

  @Property(tries = 100)
  void blurKeepsAFlatFaceAndTheRangeOfAnother(@ForAll @DoubleRange(min = 0, max = 3) double sigma) {
    Canvas flat = Faces.canvas(80, 80, 80, 80);
    Canvas other = Faces.canvas(20, 200, 30, 90);

    Blur.apply(flat, sigma);
    Blur.apply(other, sigma);

    for (int i = 0; i < Canvas.PIXELS; i++) {
      assertThat(flat.pixels()[i]).isCloseTo(80, within(1e-3f));
      assertThat(other.pixels()[i]).isBetween(19.999f, 200.001f);
    }
  }

  @Test
  void halfTheResolutionIsMeansOfFourAndTheirMixture() {
    Canvas face = Faces.canvas(0, 0, 0, 0);
    face.pixels()[20 * SIZE + 30] = 40;
    face.pixels()[21 * SIZE + 31] = 40;

    LowResolution.apply(face, 24);

    // The four have the mean 20; each is 3/4 x 3/4 of their own small pixel: the others are black.
    assertThat(face.pixels()[20 * SIZE + 30]).isCloseTo(11.25f, within(1e-4f));
    assertThat(face.pixels()[20 * SIZE + 31]).isCloseTo(11.25f, within(1e-4f));
    assertThat(face.pixels()[20 * SIZE + 32]).isCloseTo(3.75f, within(1e-4f));
    assertThat(face.pixels()[22 * SIZE + 32]).isCloseTo(1.25f, within(1e-4f));
    assertThat(face.pixels()[20 * SIZE + 33]).isZero();
  }

  @Property(tries = 100)
  void aSlopeStaysASlopeAtAnyResolution(@ForAll @IntRange(min = 8, max = 40) int size) {
    Canvas face = new Canvas();
    for (int i = 0; i < Canvas.PIXELS; i++) {
      face.pixels()[i] = 2 * (i % SIZE) + i / SIZE;
    }

    LowResolution.apply(face, size);

    int border = SIZE / size + 1;
    for (int row = border; row < SIZE - border; row++) {
      for (int column = border; column < SIZE - border; column++) {
        // A pixel cut in two counts to both sides at its own centre: up to a fifth of a pixel off.
        assertThat(face.pixels()[row * SIZE + column]).isCloseTo(2 * column + row, within(0.6f));
      }
    }
  }

  @Test
  void noiseHasTheMeanAndTheSpreadThatItShould() {
    double squares = 0;
    double sum = 0;
    for (int seed = 0; seed < 200; seed++) {
      Canvas face = Faces.canvas(100, 100, 100, 100);
      new GaussianNoise(12).apply(face, new SplittableRandom(seed));
      for (float value : face.pixels()) {
        sum += value - 100;
        squares += (value - 100) * (value - 100);
      }
    }
    // The deviation is even from 0 to 12: the mean of its square is 144 / 3.
    assertThat(sum / (200 * Canvas.PIXELS)).isCloseTo(0, within(0.1));
    assertThat(squares / (200 * Canvas.PIXELS)).isCloseTo(48, within(10.0));
  }

  @Property(tries = 100)
  void saltAndPepperDotsAreWhiteOrBlackAndNoMoreThanTheirShare(@ForAll long seed) {
    Canvas face = Faces.canvas(100, 100, 100, 100);

    new SaltPepper(0.25).apply(face, new SplittableRandom(seed));

    int dots = 0;
    for (float value : face.pixels()) {
      assertThat(value).isIn(0f, 100f, 255f);
      dots += value == 100 ? 0 : 1;
    }
    assertThat(dots).isLessThanOrEqualTo(Canvas.PIXELS / 4);
  }

  @Test
  void saltAndPepperDotsAreThere() {
    Canvas face = Faces.canvas(100, 100, 100, 100);

    new SaltPepper(0.5).apply(face, new SplittableRandom(3));

    assertThat(face.pixels()).contains(0, 255);
  }

  @Test
  void jpegRoundsTheMeanOfAFlatBlock() {
    Canvas face = Faces.canvas(131, 131, 131, 131);

    Jpeg.apply(face, 50, 3, 5);

    // (131 - 128) * 8 = 24 is rounded to a multiple of 16: 32, which is a mean of 4 above 128.
    for (float value : face.pixels()) {
      assertThat(value).isCloseTo(132, within(1e-3f));
    }
  }

  @Test
  void jpegScalesItsTableAsLibjpegDoes() {
    assertThat(Jpeg.steps(50)).startsWith(16, 11, 10);
    // 25: 200 percent; 90: 20 percent, (16 * 20 + 50) / 100 = 3; 1: 5000 percent, 255 at most.
    assertThat(Jpeg.steps(25)).startsWith(32, 22, 20).endsWith(198);
    assertThat(Jpeg.steps(90)).startsWith(3, 2, 2).endsWith(20);
    assertThat(Jpeg.steps(1)).containsOnly(255);
  }

  @Property(tries = 50)
  void aBetterJpegIsNearer(
      @ForAll @IntRange(min = 0, max = 7) int left, @ForAll @IntRange(min = 0, max = 7) int up) {
    assertThat(error(100, left, up)).isLessThan(1);
    assertThat(error(95, left, up)).isLessThan(error(50, left, up));
    assertThat(error(50, left, up)).isLessThan(error(10, left, up));
  }

  /** The root of the mean square change to noise, gray levels. */
  private static double error(int quality, int left, int up) {
    Canvas face = new Canvas();
    face.load(Faces.of(0, 255));
    float[] before = face.pixels().clone();
    Jpeg.apply(face, quality, left, up);
    double sum = 0;
    for (int i = 0; i < Canvas.PIXELS; i++) {
      sum += Math.pow(face.pixels()[i] - before[i], 2);
    }
    return Math.sqrt(sum / Canvas.PIXELS);
  }

  @Property(tries = 200)
  void aCutOutIsOneRectangleOfTheMean(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 48) int longest) {
    Canvas face = Faces.canvas(0, 200, 0, 200);

    new Cutout(longest).apply(face, new SplittableRandom(seed));

    int filled = 0;
    int left = SIZE;
    int right = -1;
    int top = SIZE;
    int bottom = -1;
    for (int i = 0; i < Canvas.PIXELS; i++) {
      if (face.pixels()[i] == 100) {
        filled++;
        left = Math.min(left, i % SIZE);
        right = Math.max(right, i % SIZE);
        top = Math.min(top, i / SIZE);
        bottom = Math.max(bottom, i / SIZE);
      }
    }
    int width = right - left + 1;
    int height = bottom - top + 1;
    assertThat(filled).isEqualTo(width * height);
    assertThat(Math.max(width, height)).isLessThanOrEqualTo(longest);
    assertThat(Math.min(width, height)).isGreaterThanOrEqualTo((int) (0.4 * longest));
  }
}
