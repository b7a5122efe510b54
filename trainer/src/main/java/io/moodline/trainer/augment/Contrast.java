package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/** Stretches or presses gray values about the face's mean, by a factor of up to 1 + strength. */
record Contrast(double strength) implements Augmentation {

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    apply(face, (float) Chance.factor(strength, random));
  }

  static void apply(Canvas face, float factor) {
    float mean = face.mean();
    float[] pixels = face.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = mean + factor * (pixels[i] - mean);
    }
  }
}
