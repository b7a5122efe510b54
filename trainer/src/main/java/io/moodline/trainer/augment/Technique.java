package io.moodline.trainer.augment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ways to alter a face, in the order in which they are applied, whatever order they are named
 * in: first how the face is held, then light, then camera, then what covers it.
 *
 * <p>A strength is the most that may happen; how much does is drawn anew for every face. A
 * probability is the share of faces that it happens to at all.
 *
 * <p>As {@code --help} prints them:
 *
 * <pre>
 * name       strength allowed                   probability what it does
 * flip                                          0.5         mirrored left to right
 * shift      0.1      0 to 0.5 of the side      1           moved sideways, up and down
 * rotate     15       0 to 180 degrees          1           turned to either side
 * scale      0.15     0 to 1                    1           larger or smaller by up to 1 + strength
 * stretch    0.1      0 to 1                    1           wider or taller by up to 1 + strength
 * gamma      0.4      0 to 2 log of exponent    1           middle tones lighter or darker
 * brightness 30       0 to 128 gray levels      1           lighter or darker all over
 * contrast   0.3      0 to 2                    1           more or less contrast, by up to 1 + strength
 * clouds     0.6      0 to 1                    0.3         soft light and shadow, black at 1
 * blur       1        0 to 3 pixels sigma       0.2         out of focus, a Gaussian of up to this
 * lowres     16       8 to 40 pixels, whole     0.2         as if from this to 40 pixels a side
 * noise      8        0 to 64 gray levels sigma 0.2         grain, Gaussian of up to this
 * saltpepper 0.02     0 to 0.5 of the pixels    0.2         up to this share made white or black
 * jpeg       30       1 to 95 quality, whole    0.2         saved at a quality of this to 95
 * cutout     16       1 to 48 pixels, whole     0.5         a rectangle covered, sides 0.4 of this to this
 * </pre>
 */
public enum Technique {
  FLIP("mirrored left to right", 0.5, 0, 0, 0, "", false),
  SHIFT("moved sideways, up and down", 1, 0, 0.5, 0.1, "of the side", false),
  ROTATE("turned to either side", 1, 0, 180, 15, "degrees", false),
  SCALE("larger or smaller by up to 1 + strength", 1, 0, 1, 0.15, "", false),
  STRETCH("wider or taller by up to 1 + strength", 1, 0, 1, 0.1, "", false),
  GAMMA("middle tones lighter or darker", 1, 0, 2, 0.4, "log of exponent", false),
  BRIGHTNESS("lighter or darker all over", 1, 0, 128, 30, "gray levels", false),
  CONTRAST("more or less contrast, by up to 1 + strength", 1, 0, 2, 0.3, "", false),
  CLOUDS("soft light and shadow, black at 1", 0.3, 0, 1, 0.6, "", false),
  BLUR("out of focus, a Gaussian of up to this", 0.2, 0, 3, 1, "pixels sigma", false),
  LOWRES("as if from this to 40 pixels a side", 0.2, 8, 40, 16, "pixels", true),
  NOISE("grain, Gaussian of up to this", 0.2, 0, 64, 8, "gray levels sigma", false),
  SALTPEPPER("up to this share made white or black", 0.2, 0, 0.5, 0.02, "of the pixels", false),
  JPEG("saved at a quality of this to 95", 0.2, 1, 95, 30, "quality", true),
  CUTOUT("a rectangle covered, sides 0.4 of this to this", 0.5, 1, 48, 16, "pixels", true);

  private final String effect;
  private final double defaultProbability;
  private final double least;
  private final double most;
  private final double defaultStrength;
  private final String unit;
  private final boolean whole;

  Technique(
      String effect,
      double defaultProbability,
      double least,
      double most,
      double defaultStrength,
      String unit,
      boolean whole) {
    this.effect = effect;
    this.defaultProbability = defaultProbability;
    this.least = least;
    this.most = most;
    this.defaultStrength = defaultStrength;
    this.unit = unit;
    this.whole = whole;
  }

  /** The name in a plan. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** False for what happens or does not, without more or less. */
  public boolean hasStrength() {
    return most > 0;
  }

  /** The share of faces that it happens to unless a plan says another, 0 to 1. */
  public double defaultProbability() {
    return defaultProbability;
  }

  /** The strength unless a plan says another; 0 when there is none. */
  public double defaultStrength() {
    return defaultStrength;
  }

  /** What it does, for people. */
  public String effect() {
    return effect;
  }

  /** The allowed strengths, for people: {@code 0 to 180 degrees}. */
  public String range() {
    String numbers = PlanText.number(least) + " to " + PlanText.number(most);
    return numbers + (unit.isEmpty() ? "" : " " + unit) + (whole ? ", whole" : "");
  }

  /** The strength at a share of the range, 0 (the least allowed) to 1 (the most). */
  public double strength(double share) {
    double strength = least + share * (most - least);
    return whole ? Math.rint(strength) : strength;
  }

  boolean allows(double strength) {
    return strength >= least && strength <= most && (!whole || strength == Math.rint(strength));
  }

  /** The technique of this name; empty when there is none. */
  static Optional<Technique> named(String word) {
    return Arrays.stream(values()).filter(technique -> technique.word().equals(word)).findFirst();
  }

  /** All names, for messages. */
  static String words() {
    return Arrays.stream(values()).map(Technique::word).collect(Collectors.joining(", "));
  }
}
