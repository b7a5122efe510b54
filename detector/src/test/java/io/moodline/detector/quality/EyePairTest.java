package io.moodline.detector.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.detector.geometry.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class EyePairTest {

  /** From (100, 100), its middle at x = 150. */
  private static final Box FACE = new Box(100, 100, 200, 200);

  private static Box eye(double x, double y, double side) {
    return Box.around(x, y, side, side);
  }

  @Test
  void theLineBetweenTheEyesIsTheRoll() {
    Box right = eye(130, 130, 20);
    Box left = eye(170, 150, 22);

    EyePair pair = EyePair.best(List.of(left, right), FACE).orElseThrow();

    assertThat(pair.left()).isEqualTo(right);
    // 20 down on 40 across.
    assertThat(pair.rollDegrees()).isCloseTo(26.565051, within(1e-6));
  }

  @Test
  void theMostUsualPairWins() {
    Box right = eye(131, 140, 20);
    Box left = eye(168, 140, 20);
    Box brow = eye(175, 120, 30);
    Box nostril = eye(145, 165, 16);

    EyePair pair = EyePair.best(List.of(brow, nostril, left, right), FACE).orElseThrow();

    assertThat(pair).isEqualTo(new EyePair(right, left));
  }

  @Test
  void implausiblePairsAreRefused() {
    Box right = eye(130, 140, 20);

    assertThat(EyePair.best(List.of(right), FACE)).isEmpty();
    assertThat(EyePair.best(List.of(right, eye(152, 140, 20)), FACE)).as("too near").isEmpty();
    assertThat(EyePair.best(List.of(eye(110, 140, 20), eye(175, 140, 20)), FACE))
        .as("too far")
        .isEmpty();
    assertThat(EyePair.best(List.of(right, eye(165, 165.5, 20)), FACE)).as("36 degrees").isEmpty();
    assertThat(EyePair.best(List.of(right, eye(165, 163.5, 20)), FACE))
        .as("34 degrees")
        .isPresent();
    assertThat(EyePair.best(List.of(right, eye(170, 140, 37)), FACE)).as("unlike").isEmpty();
    assertThat(EyePair.best(List.of(eye(150, 140, 20), eye(190, 140, 20)), FACE))
        .as("both on one side")
        .isEmpty();
  }
}
