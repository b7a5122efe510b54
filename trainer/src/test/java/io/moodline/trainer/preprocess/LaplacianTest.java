package io.moodline.trainer.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LaplacianTest {

  @Test
  void aPointBecomesTheKernel() {
    byte[] point = new byte[81];
    point[4 * 9 + 4] = 1;
    int[] laplacian = Laplacian.aperture5(point, 9, 9);

    // (1, 0, -2, 0, 1) x (1, 4, 6, 4, 1) and the same turned, added up.
    int[][] kernel = {
      {2, 4, 4, 4, 2},
      {4, 0, -8, 0, 4},
      {4, -8, -24, -8, 4},
      {4, 0, -8, 0, 4},
      {2, 4, 4, 4, 2}
    };
    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 9; x++) {
        boolean inside = Math.abs(x - 4) <= 2 && Math.abs(y - 4) <= 2;
        assertThat(laplacian[y * 9 + x]).isEqualTo(inside ? kernel[y - 2][x - 2] : 0);
      }
    }
  }

  @Test
  void aParabolaHasOneSecondDerivativeEverywhereButAtTheBorder() {
    byte[] parabola = new byte[9 * 5];
    for (int i = 0; i < parabola.length; i++) {
      parabola[i] = (byte) (i % 9 * (i % 9));
    }
    int[] laplacian = Laplacian.aperture5(parabola, 9, 5);

    // Second difference over 2 pixels of x x: 8; smoothing sums to 16.
    assertThat(Arrays.copyOfRange(laplacian, 2 * 9 + 2, 2 * 9 + 7)).containsOnly(128);
    // At the border x = -2 shows what is at x = 2: 4 - 2 x 0 + 4.
    assertThat(laplacian[2 * 9]).isEqualTo(8 * 16);
    // At x = 1, x = -1 shows 1: 1 - 2 x 1 + 9.
    assertThat(laplacian[2 * 9 + 1]).isEqualTo(8 * 16);
  }

  @Property(tries = 100)
  void onePlainGrayHasNone(
      @ForAll @IntRange(min = 3, max = 12) int width,
      @ForAll @IntRange(min = 3, max = 12) int height,
      @ForAll byte gray) {
    byte[] plain = new byte[width * height];
    Arrays.fill(plain, gray);

    assertThat(Laplacian.aperture5(plain, width, height)).containsOnly(0);
  }

  @Test
  void picturesTooSmallAreRefused() {
    assertThatThrownBy(() -> Laplacian.aperture5(new byte[6], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 pixels as 2x3");
  }

  @Test
  void theEllipseLeavesTheCornersOut() {
    assertThat(FaceEllipse.contains(24, 24, 48, 48)).isTrue();
    assertThat(FaceEllipse.contains(0, 0, 48, 48)).isFalse();
    assertThat(FaceEllipse.contains(69, 69, 70, 70)).isFalse();
    // The radius across is 19 of 48 pixels: columns 5 to 42 in the row of the centre.
    assertThat(FaceEllipse.contains(5, 24, 48, 48)).isTrue();
    assertThat(FaceEllipse.contains(4, 24, 48, 48)).isFalse();
  }
}
