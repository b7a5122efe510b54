package io.moodline.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GrayImageTest {

  @Test
  void betweenPixelsLevelsAreMixed() {
    GrayImage image = GrayImage.of(2, 2, new byte[] {0, 100, 50, (byte) 150});
    assertThat(image.at(0.5, 0)).isEqualTo(50);
    assertThat(image.at(0.25, 1)).isEqualTo(75);
    assertThat(image.at(0.5, 0.5)).isEqualTo(75);
    assertThat(image.at(-3, 7)).isEqualTo(50);
  }

  @Test
  void aQuarterTurnIsClockwise() {
    // 1 2      3 1
    // 3 4  to  4 2
    GrayImage image = GrayImage.of(2, 2, new byte[] {1, 2, 3, 4});
    assertThat(image.rotated(90).bytes()).containsExactly(3, 1, 4, 2);
  }

  @Test
  void aPixelOfFewerIsTheMeanOfWhatItCovers() {
    // Three columns become two: the first covers one and a half.
    GrayImage image = GrayImage.of(3, 1, new byte[] {30, 60, 90});
    assertThat(image.shrunk(2, 1).bytes()).containsExactly(40, 80);
    GrayImage square = GrayImage.of(2, 2, new byte[] {10, 20, 30, 40});
    assertThat(square.shrunk(1, 1).bytes()).containsExactly(25);
  }

  @Test
  void enlargingKeepsPlacesOfPixels() {
    GrayImage image = GrayImage.of(2, 1, new byte[] {0, 100});
    assertThat(image.enlarged(4, 1).bytes()).containsExactly(0, 25, 75, 100);
  }

  @Test
  void aBlurredPointIsTheGaussian() {
    byte[] pixels = new byte[81];
    pixels[40] = 100;
    float centre = GrayImage.of(9, 9, pixels).blurred(1).at(4, 4);
    float beside = GrayImage.of(9, 9, pixels).blurred(1).at(5, 4);
    // 1 / (2 pi), and exp(-1/2) of it one pixel beside.
    assertThat(centre).isCloseTo((float) (100 / (2 * Math.PI)), within(0.1f));
    assertThat(beside / centre).isCloseTo((float) Math.exp(-0.5), within(0.001f));
  }

  @Test
  void levelsAreRoundedAndCutOff() {
    GrayImage image = GrayImage.of(3, 1, new byte[] {0, 100, (byte) 200});
    assertThat(image.map(level -> level * 2 - 10.4).bytes())
        .containsExactly(0, (byte) 190, (byte) 255);
    assertThatThrownBy(() -> GrayImage.of(2, 2, new byte[3]))
        .hasMessage("3 pixels are no picture of 2 x 2");
  }

  @Property(tries = 60)
  void nothingComesToAnEvenPicture(
      @ForAll @IntRange(max = 255) int level,
      @ForAll @DoubleRange(min = -180, max = 180) double degrees,
      @ForAll @DoubleRange(min = 0.1, max = 3) double sigma,
      @ForAll @IntRange(min = 1, max = 12) int size) {
    byte[] even = new byte[12 * 12];
    Arrays.fill(even, (byte) level);
    GrayImage image = GrayImage.of(12, 12, even);
    assertThat(image.rotated(degrees).bytes()).isEqualTo(even);
    assertThat(image.blurred(sigma).bytes()).isEqualTo(even);
    assertThat(image.shrunk(size, size).enlarged(12, 12).bytes()).isEqualTo(even);
  }

  @Property(tries = 60)
  void shrinkingKeepsTheMean(
      @ForAll @Size(36) byte[] pixels, @ForAll @IntRange(min = 1, max = 6) int size) {
    GrayImage image = GrayImage.of(6, 6, pixels);
    float before = image.shrunk(1, 1).at(0, 0);
    assertThat(image.shrunk(size, size).shrunk(1, 1).at(0, 0)).isCloseTo(before, within(0.01f));
  }
}
