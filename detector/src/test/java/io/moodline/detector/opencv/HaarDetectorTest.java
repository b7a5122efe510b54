package io.moodline.detector.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HaarDetectorTest {

  @Test
  void moreAgreeingWindowsAreABetterScore() {
    assertThat(HaarDetector.score(3)).isCloseTo(0.6, within(1e-12));
    assertThat(HaarDetector.score(8)).isCloseTo(0.8, within(1e-12));
    assertThat(HaarDetector.score(0)).isZero();
  }
}
