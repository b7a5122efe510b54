package io.moodline.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GrayResizeTest {

  @Test
  void shrinkingTakesTheMeanOfTheArea() {
    byte[] four = {10, 20, 30, 40, 50, 60, 70, 80};

    assertThat(GrayResize.resize(four, 4, 2, 2, 1)).containsExactly(35, 55);
  }

  @Test
  void aPixelOnTheBorderOfTwoCountsInPartForBoth() {
    // Three to two: (30 + 60 / 2) / 1.5 and (60 / 2 + 90) / 1.5.
    assertThat(GrayResize.resize(new byte[] {30, 60, 90}, 3, 1, 2, 1)).containsExactly(40, 80);
  }

  @Test
  void growingInterpolatesBetweenCentres() {
    // Centres of four on the line of two: -0.25, 0.25, 0.75, 1.25.
    assertThat(GrayResize.resize(new byte[] {0, 100}, 2, 1, 4, 1)).containsExactly(0, 25, 75, 100);
    assertThat(GrayResize.resize(new byte[] {9}, 1, 1, 2, 2)).containsExactly(9, 9, 9, 9);
  }

  @Property(tries = 200)
  void oneGrayStaysThatGray(
      @ForAll @IntRange(min = 1, max = 60) int width,
      @ForAll @IntRange(min = 1, max = 60) int height,
      @ForAll @IntRange(min = 1, max = 60) int toWidth,
      @ForAll @IntRange(min = 1, max = 60) int toHeight,
      @ForAll @IntRange(min = 0, max = 255) int gray) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) gray);

    assertThat(GrayResize.resize(pixels, width, height, toWidth, toHeight))
        .hasSize(toWidth * toHeight)
        .containsOnly((byte) gray);
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> GrayResize.resize(new byte[5], 2, 2, 4, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GrayResize.resize(new byte[4], 2, 2, 0, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
