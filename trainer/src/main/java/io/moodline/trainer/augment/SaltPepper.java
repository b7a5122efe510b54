package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/**
 * Dead pixels, white or black.
 *
 * @param share the largest share of pixels, 0 to 1
 */
record SaltPepper(double share) implements Augmentation {

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    long dots = Math.round(share * random.nextDouble() * Canvas.PIXELS);
    float[] pixels = face.pixels();
    for (long dot = 0; dot < dots; dot++) {
      pixels[random.nextInt(Canvas.PIXELS)] = random.nextBoolean() ? 255 : 0;
    }
  }
}
