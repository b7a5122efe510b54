package io.moodline.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BilinearTest {

  private static final Offset<Float> EXACT = within(1e-3f);

  @Test
  void twoPixelsBecomeFour() {
    // Centres of the four lie at -0.25, 0.25, 0.75 and 1.25 between those of the two.
    assertThat(Bilinear.resize(new float[] {0, 100}, 2, 1, 4, 1)).containsExactly(0, 25, 75, 100);
  }

  @Test
  void fourPixelsBecomeTwoByAveragingNeighbours() {
    assertThat(Bilinear.resize(new float[] {10, 20, 50, 70}, 1, 4, 1, 2)).containsExactly(15, 60);
  }

  @Test
  void theMiddleOfASquareIsItsMean() {
    assertThat(Bilinear.resize(new float[] {1, 2, 3, 6}, 2, 2, 1, 1)).containsExactly(3);
  }

  @Test
  void theSameSizeIsTheSamePicture() {
    float[] plane = {1, 2, 3, 4, 5, 6};
    assertThat(Bilinear.resize(plane, 3, 2, 3, 2)).isSameAs(plane);
  }

  @Property
  void nothingLeavesTheRangeOfThePicture(
      @ForAll @Size(12) byte[] pixels,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height) {
    float[] plane = plane(pixels);
    float[] resized = Bilinear.resize(plane, 4, 3, width, height);
    assertThat(resized).hasSize(width * height);
    for (float value : resized) {
      assertThat(value).isBetween(min(plane) - 1e-3f, max(plane) + 1e-3f);
    }
  }

  @Property
  void mirroringBeforeIsMirroringAfter(
      @ForAll @Size(12) byte[] pixels,
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll @IntRange(min = 1, max = 20) int height) {
    float[] plane = plane(pixels);
    float[] mirroredFirst = Bilinear.resize(mirrored(plane, 4), 4, 3, width, height);
    float[] mirroredLast = mirrored(Bilinear.resize(plane, 4, 3, width, height), width);
    for (int i = 0; i < mirroredFirst.length; i++) {
      assertThat(mirroredFirst[i]).isCloseTo(mirroredLast[i], EXACT);
    }
  }

  private static float[] plane(byte[] pixels) {
    float[] plane = new float[pixels.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = pixels[i] & 0xFF;
    }
    return plane;
  }

  private static float[] mirrored(float[] plane, int width) {
    float[] mirrored = new float[plane.length];
    for (int i = 0; i < plane.length; i++) {
      mirrored[i] = plane[i / width * width + width - 1 - i % width];
    }
    return mirrored;
  }

  private static float min(float[] values) {
    float min = values[0];
    for (float value : values) {
      min = Math.min(min, value);
    }
    return min;
  }

  private static float max(float[] values) {
    float max = values[0];
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
