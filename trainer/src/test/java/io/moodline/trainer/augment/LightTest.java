package io.moodline.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LightTest {

  @Test
  void gammaTwoSquaresTheShareOfWhite() {
    Canvas face = Faces.canvas(0, 51, 102, 255);

    Gamma.apply(face, 2);

    // 51 is a fifth of white: 255 / 25; 102 is two fifths: 4 * 255 / 25.
    assertThat(face.pixels()[0]).isZero();
    assertThat(face.pixels()[1]).isCloseTo(10.2f, within(1e-4f));
    assertThat(face.pixels()[2]).isCloseTo(40.8f, within(1e-4f));
    assertThat(face.pixels()[3]).isEqualTo(255);
  }

  @Test
  void gammaIsLinearBetweenWholeValuesAndKeepsTheRange() {
    Canvas face = Faces.canvas(50.5f, -20, 300, 254.5f);

    Gamma.apply(face, 2);

    // (50^2 + 51^2) / (2 * 255) and (254^2 + 255^2) / (2 * 255).
    assertThat(face.pixels()[0]).isCloseTo(10.00196f, within(1e-4f));
    assertThat(face.pixels()[1]).isZero();
    assertThat(face.pixels()[2]).isEqualTo(255);
    assertThat(face.pixels()[3]).isCloseTo(254.00196f, within(1e-3f));
  }

  @Test
  void contrastKeepsTheMean() {
    Canvas face = Faces.canvas(10, 30, 10, 30);

    Contrast.apply(face, 2);

    // The mean is 20; distances to it double.
    assertThat(face.pixels()[0]).isCloseTo(0, within(1e-3f));
    assertThat(face.pixels()[1]).isCloseTo(40, within(1e-3f));
  }

  @Test
  void brightnessBeyondWhiteIsWhiteInTheEnd() {
    Canvas face = Faces.canvas(10, 250, 0, 0);
    float[] target = new float[Canvas.PIXELS];

    Brightness.apply(face, 20);
    face.store(target, 0);

    assertThat(target[0]).isEqualTo(30);
    assertThat(target[1]).isEqualTo(255);
  }

  @Property(tries = 100)
  void cloudsAreSmoothAndNoDeeperThanTheirStrength(@ForAll long seed) {
    Canvas face = Faces.canvas(100, 100, 100, 100);

    new Clouds(0.5).apply(face, new SplittableRandom(seed));

    float[] pixels = face.pixels();
    for (int i = 0; i < Canvas.PIXELS; i++) {
      assertThat(pixels[i]).isBetween(100 - 63.75f, 100 + 63.75f);
      if (i % Canvas.SIZE > 0) {
        // Twice the depth from one knot to the next, 1.5 times as steep in between, 12 pixels.
        assertThat(pixels[i] - pixels[i - 1]).isBetween(-16f, 16f);
      }
    }
  }

  @Test
  void cloudsAreNotAllAlike() {
    Canvas one = Faces.canvas(100, 100, 100, 100);
    Canvas other = Faces.canvas(100, 100, 100, 100);

    new Clouds(0.5).apply(one, new SplittableRandom(1));
    new Clouds(0.5).apply(other, new SplittableRandom(2));

    assertThat(one.pixels()).isNotEqualTo(other.pixels());
    assertThat(one.pixels()[0]).isNotEqualTo(one.pixels()[Canvas.PIXELS - 1]);
  }
}
