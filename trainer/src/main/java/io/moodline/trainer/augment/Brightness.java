package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/**
 * Adds the same to every pixel.
 *
 * @param strength the most that is added or taken away, gray levels
 */
record Brightness(double strength) implements Augmentation {

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    apply(face, (float) (strength * Chance.signed(random)));
  }

  static void apply(Canvas face, float added) {
    float[] pixels = face.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] += added;
    }
  }
}
