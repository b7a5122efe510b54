package io.moodline.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DegradationTest {

  private static final GrayImage FACE = smooth();

  @Test
  void theTableHasEveryCondition() {
    assertThat(Degradation.all())
        .extracting(Degradation::name)
        .startsWith("as it is", "rotated by 5 degrees")
        .contains(
            "rotated by 25 degrees",
            "blur, sigma 1.5 pixels",
            "noise, sigma 20 levels",
            "light x 0.25",
            "gamma 2.0",
            "face of 24 pixels",
            "JPEG quality 50")
        .doesNotHaveDuplicates();
  }

  @Test
  void eachGivesTheSameEachTimeAndAllButTheFirstChangeTheFace() {
    for (Degradation degradation : Degradation.all()) {
      for (UnaryOperator<GrayImage> way : degradation.ways()) {
        byte[] once = way.apply(FACE).bytes();
        assertThat(way.apply(FACE).bytes()).as(degradation.name()).isEqualTo(once);
        assertThat(Arrays.equals(once, FACE.bytes()))
            .as(degradation.name())
            .isEqualTo(degradation.name().equals("as it is"));
      }
    }
  }

  @Test
  void strongerIsFurtherFromTheFace() {
    assertThat(distances("blur, ")).isSorted();
    assertThat(distances("noise, ")).isSorted();
    assertThat(distances("rotated ")).isSorted();
    assertThat(distances("face of ")).isSorted();
    assertThat(distances("JPEG ")).isSorted();
  }

  @Test
  void noiseIsAsStrongAsItSays() {
    double distance = distances("noise, sigma 10").get(0);
    assertThat(distance).isCloseTo(10, within(0.5));
  }

  @Test
  void halfTheLightIsHalfTheLevel() {
    GrayImage dark = only("light x 0.5").apply(GrayImage.of(2, 1, new byte[] {100, 31}));
    assertThat(dark.bytes()).containsExactly(50, 16);
  }

  @Test
  void gammaTwoSquares() {
    GrayImage dark = only("gamma 2.0").apply(GrayImage.of(2, 1, new byte[] {51, (byte) 255}));
    // 255 * (51 / 255)^2 = 10.2
    assertThat(dark.bytes()).containsExactly(10, (byte) 255);
  }

  private static UnaryOperator<GrayImage> only(String name) {
    return Degradation.all().stream()
        .filter(degradation -> degradation.name().equals(name))
        .findFirst()
        .orElseThrow()
        .ways()
        .get(0);
  }

  /** Root mean square distances of what degradations of this name give, in their order. */
  private static List<Double> distances(String name) {
    return Degradation.all().stream()
        .filter(degradation -> degradation.name().startsWith(name))
        .map(degradation -> distance(degradation.ways().get(0).apply(FACE).bytes()))
        .toList();
  }

  private static double distance(byte[] other) {
    byte[] face = FACE.bytes();
    return Math.sqrt(
        IntStream.range(0, face.length)
            .mapToDouble(i -> Math.pow((face[i] & 0xFF) - (other[i] & 0xFF), 2))
            .average()
            .orElseThrow());
  }

  /** Blurred random levels: edges and shades, as a face has. */
  private static GrayImage smooth() {
    byte[] pixels = new byte[48 * 48];
    new SplittableRandom(1).nextBytes(pixels);
    return GrayImage.of(48, 48, pixels).blurred(2).map(level -> 128 + 4 * (level - 128));
  }
}
