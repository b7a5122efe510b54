package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/** An augmentation that happens to some faces only. */
record Chance(Step step, Augmentation augmentation) implements Augmentation {

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    if (step.happens(random)) {
      augmentation.apply(face, random);
    }
  }

  /** Evenly from -1 to 1. */
  static double signed(SplittableRandom random) {
    return 2 * random.nextDouble() - 1;
  }

  /** A factor from 1 / (1 + strength) to 1 + strength, as often above 1 as below. */
  static double factor(double strength, SplittableRandom random) {
    return Math.exp(Math.log1p(strength) * signed(random));
  }
}
