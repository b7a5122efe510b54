package io.moodline.aggregator.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmootherTest {

  private static final double[] SAD = {0, 0, 0, 1, 0, 0, 0, 0};
  private static final double[] HAPPY = {0, 1, 0, 0, 0, 0, 0, 0};

  @Test
  void afterOneTimeConstantAThirdOfTheOldIsLeft() {
    double[] smoothed = new Smoother(800).next(SAD, HAPPY, 800);
    // 1/e = 0.367879.
    assertThat(smoothed[3]).isCloseTo(0.367879, within(1e-6));
    assertThat(smoothed[1]).isCloseTo(0.632121, within(1e-6));
  }

  @Test
  void theSpacingOfFramesDoesNotMatter() {
    Smoother smoother = new Smoother(800);
    double[] inOne = smoother.next(SAD, HAPPY, 1_000);
    double[] inSteps = SAD;
    for (long dt : new long[] {10, 190, 300, 1, 499}) {
      inSteps = smoother.next(inSteps, HAPPY, dt);
    }
    assertThat(inSteps).containsExactly(inOne, within(1e-12));
  }
}
