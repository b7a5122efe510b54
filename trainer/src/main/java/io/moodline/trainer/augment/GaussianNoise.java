package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/**
 * A sensor in the dark: adds to each pixel for itself.
 *
 * @param sigma the largest standard deviation, gray levels
 */
record GaussianNoise(double sigma) implements Augmentation {

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    float drawn = (float) (sigma * random.nextDouble());
    float[] pixels = face.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] += drawn * (float) random.nextGaussian();
    }
  }
}
