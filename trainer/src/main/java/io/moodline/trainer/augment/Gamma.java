package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/**
 * Lightens or darkens the middle tones: {@code 255 (v / 255)^g}, with g from exp(-strength) to
 * exp(strength), as often above 1 as below.
 */
record Gamma(double strength) implements Augmentation {

  private static final int LAST = 255;

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    apply(face, Math.exp(strength * Chance.signed(random)));
  }

  /** Exact at whole gray values and linear between them: 256 powers instead of 2304. */
  static void apply(Canvas face, double exponent) {
    float[] curve = face.spare();
    for (int value = 0; value <= LAST; value++) {
      curve[value] = (float) (LAST * Math.pow(value / (double) LAST, exponent));
    }
    curve[LAST + 1] = curve[LAST];
    float[] pixels = face.pixels();
    for (int i = 0; i < pixels.length; i++) {
      float value = Math.max(0, Math.min(LAST, pixels[i]));
      int below = (int) value;
      pixels[i] = curve[below] + (value - below) * (curve[below + 1] - curve[below]);
    }
  }
}
