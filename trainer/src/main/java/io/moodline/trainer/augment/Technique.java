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
 * <table>
 * <caption>Names in a plan, what a strength means, and what is taken when it is left out</caption>
 * <tr><th>name</th><th>strength</th><th>range</th><th>default</th><th>default probability</th></tr>
 * <tr><td>flip</td><td>none: mirrors left and right</td><td></td><td></td><td>0.5</td></tr>
 * <tr><td>shift</td><td>to each side, share of the picture</td><td>0 to 0.5</td><td>0.1</td><td>1</td></tr>
 * <tr><td>rotate</td><td>degrees to each side</td><td>0 to 180</td><td>15</td><td>1</td></tr>
 * <tr><td>scale</td><td>larger by up to 1 + strength or smaller by as much</td><td>0 to 1</td><td>0.15</td><td>1</td></tr>
 * <tr><td>stretch</td><td>width to height, up to 1 + strength or as much less</td><td>0 to 1</td><td>0.1</td><td>1</td></tr>
 * <tr><td>gamma</td><td>exponent from exp(-strength) to exp(strength)</td><td>0 to 2</td><td>0.4</td><td>1</td></tr>
 * <tr><td>brightness</td><td>gray levels more or less</td><td>0 to 128</td><td>30</td><td>1</td></tr>
 * <tr><td>contrast</td><td>about the mean, by up to 1 + strength or as much less</td><td>0 to 2</td><td>0.3</td><td>1</td></tr>
 * <tr><td>clouds</td><td>depth of soft light and shadow, 1 is black</td><td>0 to 1</td><td>0.6</td><td>0.3</td></tr>
 * <tr><td>blur</td><td>Gaussian's standard deviation, pixels</td><td>0 to 3</td><td>1</td><td>0.2</td></tr>
 * <tr><td>lowres</td><td>fewest pixels a side, whole; drawn from there to 40</td><td>8 to 40</td><td>16</td><td>0.2</td></tr>
 * <tr><td>noise</td><td>Gaussian's standard deviation, gray levels</td><td>0 to 64</td><td>8</td><td>0.2</td></tr>
 * <tr><td>saltpepper</td><td>share of pixels made white or black</td><td>0 to 0.5</td><td>0.02</td><td>0.2</td></tr>
 * <tr><td>jpeg</td><td>lowest quality, whole; drawn from there to 95</td><td>1 to 95</td><td>30</td><td>0.2</td></tr>
 * <tr><td>cutout</td><td>longest side of the rectangle, whole pixels</td><td>1 to 48</td><td>16</td><td>0.5</td></tr>
 * </table>
 */
public enum Technique {
  FLIP("mirrored left to right", 0.5, 0, 0, 0, "", false),
  SHIFT("moved sideways, up and down", 1, 0, 0.5, 0.1, "share of the side", false),
  ROTATE("turned to either side", 1, 0, 180, 15, "degrees", false),
  SCALE("larger or smaller, by a factor of up to 1 + strength", 1, 0, 1, 0.15, "", false),
  STRETCH("wider or taller, by a factor of up to 1 + strength", 1, 0, 1, 0.1, "", false),
  GAMMA("middle tones lighter or darker", 1, 0, 2, 0.4, "logarithm of the exponent", false),
  BRIGHTNESS("lighter or darker all over", 1, 0, 128, 30, "gray levels", false),
  CONTRAST("more or less contrast, by a factor of up to 1 + strength", 1, 0, 2, 0.3, "", false),
  CLOUDS("soft light and shadow", 0.3, 0, 1, 0.6, "of full darkness", false),
  BLUR("out of focus", 0.2, 0, 3, 1, "pixels of standard deviation", false),
  LOWRES("as if from fewer pixels", 0.2, 8, 40, 16, "pixels a side at least", true),
  NOISE("grain", 0.2, 0, 64, 8, "gray levels of standard deviation", false),
  SALTPEPPER("white and black dots", 0.2, 0, 0.5, 0.02, "share of pixels", false),
  JPEG("blocks and rings of JPEG", 0.2, 1, 95, 30, "quality at least", true),
  CUTOUT("a rectangle covered", 0.5, 1, 48, 16, "pixels", true);

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
    return numbers + (unit.isEmpty() ? "" : " " + unit) + (whole ? ", a whole number" : "");
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
