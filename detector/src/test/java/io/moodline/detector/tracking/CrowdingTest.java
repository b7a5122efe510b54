package io.moodline.detector.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.detector.geometry.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdingTest {

  private static Detection face(double x, double size, double score) {
    return new Detection(Box.around(x, 100, size, size), score);
  }

  @Test
  void onlyTheWeakerOfTwoIsCrowded() {
    // 40 pixels apart, sizes 40 and 60: 1.1 - 40/50.
    List<Detection> two = List.of(face(100, 60, 0.9), face(140, 40, 0.8));

    assertThat(Crowding.of(two, 0)).isZero();
    assertThat(Crowding.of(two, 1)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void theNearestCounts() {
    List<Detection> three = List.of(face(100, 50, 0.9), face(140, 50, 0.8), face(150, 50, 0.95));

    assertThat(Crowding.of(three, 1)).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void farAwayIsNoCrowd() {
    assertThat(Crowding.of(List.of(face(100, 50, 0.9), face(155, 50, 0.8)), 1)).isZero();
  }
}
