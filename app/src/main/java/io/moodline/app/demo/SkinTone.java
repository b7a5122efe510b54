package io.moodline.app.demo;

import java.awt.Color;

/** Turns the brightness of a face's pixel into a colour of skin. Immutable. */
final class SkinTone {

  /** Brightness is looked up in steps from -4 to 4 standard deviations. */
  private static final float RANGE = 4;

  private static final int STEPS = 512;

  /** How much darker one standard deviation below the mean is. */
  private static final double SHADOWS = 0.235;

  /** How much lighter one above it is: less, or fair skin would be burnt out. */
  private static final double LIGHTS = 0.15;

  private final int[] rgb = new int[STEPS];

  SkinTone(Color skin) {
    for (int step = 0; step < STEPS; step++) {
      double value = RANGE * (2.0 * step / (STEPS - 1) - 1);
      rgb[step] = colour(skin, Math.max(0.06, 1 + (value < 0 ? SHADOWS : LIGHTS) * value));
    }
  }

  /** Shadows in a face are warmer than its lights. */
  private static int colour(Color skin, double light) {
    double red = skin.getRed() * Math.pow(light, 0.9);
    double green = skin.getGreen() * Math.pow(light, 1.05);
    double blue = skin.getBlue() * Math.pow(light, 1.1);
    return Paint.clamp(red) << 16 | Paint.clamp(green) << 8 | Paint.clamp(blue);
  }

  /** The colour, 0xRRGGBB, of a brightness in standard deviations. */
  int at(float value) {
    int step = (int) ((value + RANGE) * ((STEPS - 1) / (2 * RANGE)) + 0.5f);
    return rgb[Math.min(STEPS - 1, Math.max(0, step))];
  }
}
