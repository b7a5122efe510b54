package io.moodline.trainer.augment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What is done to a face each time that a network learns from it. Read from and printed as text:
 * names with commas between, each {@code name}, {@code name=strength} or {@code
 * name=probability:strength}; {@code flip} takes {@code flip=probability}; {@code none} alone does
 * nothing. {@link Technique} lists names, units, ranges and defaults.
 *
 * <p>Immutable, may be shared by threads. Techniques are applied in the order of {@link Technique}.
 */
public final class AugmentationPlan {

  /** Changes nothing. */
  public static final AugmentationPlan NONE = new AugmentationPlan(List.of());

  /** For short trainings and small networks. */
  public static final AugmentationPlan LIGHT = parse("flip,shift=0.1,rotate=10");

  /** What faces from cameras look like: off-centre, tilted, badly lit, partly covered. */
  public static final AugmentationPlan DEFAULT =
      parse(
          "flip,shift=0.1,rotate=15,scale=0.15,gamma=0.4,blur=0.15:1,lowres=0.15:16,noise=0.2:10,"
              + "jpeg=0.2:30,cutout=0.5:20");

  private final List<Step> steps;
  private final List<Augmentation> augmentations;

  private AugmentationPlan(List<Step> steps) {
    this.steps = steps.stream().sorted(Comparator.comparing(Step::technique)).toList();
    this.augmentations = augmentations(this.steps);
  }

  /**
   * A plan of these steps, in any order.
   *
   * @throws IllegalArgumentException when a technique is there twice; the message names it
   */
  public static AugmentationPlan of(List<Step> steps) {
    Set<Technique> seen = EnumSet.noneOf(Technique.class);
    for (Step step : steps) {
      if (!seen.add(step.technique())) {
        throw new IllegalArgumentException(
            "augmentation " + step.technique().word() + " is given twice, but must be given once");
      }
    }
    return new AugmentationPlan(steps);
  }

  /**
   * Reads a plan.
   *
   * @throws IllegalArgumentException when a name is unknown or there twice, or a number is out of
   *     range; the message names it and says what is allowed
   */
  public static AugmentationPlan parse(String text) {
    return of(PlanText.parse(text));
  }

  /** A table of the techniques that a plan may name, with their defaults, for {@code --help}. */
  public static String help() {
    return PlanText.help();
  }

  /** What is done, in the order in which it is. */
  public List<Step> steps() {
    return steps;
  }

  /**
   * Writes an altered copy of a face: 2304 gray values from 0 to 255, row by row from the top, from
   * {@code target[offset]} on. The same random state gives the same copy.
   *
   * @param source 48 x 48 gray values, 0 to 255 unsigned; not changed
   */
  public void apply(byte[] source, SplittableRandom random, float[] target, int offset) {
    apply(source, random, target, offset, new Canvas());
  }

  /** As {@link #apply(byte[], SplittableRandom, float[], int)}, with the caller's own canvas. */
  public void apply(
      byte[] source, SplittableRandom random, float[] target, int offset, Canvas canvas) {
    canvas.load(source);
    for (Augmentation augmentation : augmentations) {
      augmentation.apply(canvas, random);
    }
    canvas.store(target, offset);
  }

  private static List<Augmentation> augmentations(List<Step> steps) {
    List<Step> geometric =
        steps.stream().filter(step -> Warp.TECHNIQUES.contains(step.technique())).toList();
    List<Augmentation> augmentations = new ArrayList<>();
    if (!geometric.isEmpty()) {
      augmentations.add(new Warp(geometric));
    }
    steps.stream()
        .filter(step -> !geometric.contains(step))
        .forEach(step -> augmentations.add(new Chance(step, augmentation(step))));
    return List.copyOf(augmentations);
  }

  private static Augmentation augmentation(Step step) {
    double strength = step.strength();
    return switch (step.technique()) {
      case FLIP, SHIFT, ROTATE, SCALE, STRETCH -> new Warp(List.of(step));
      case GAMMA -> new Gamma(strength);
      case BRIGHTNESS -> new Brightness(strength);
      case CONTRAST -> new Contrast(strength);
      case CLOUDS -> new Clouds(strength);
      case BLUR -> new Blur(strength);
      case LOWRES -> new LowResolution((int) strength);
      case NOISE -> new GaussianNoise(strength);
      case SALTPEPPER -> new SaltPepper(strength);
      case JPEG -> new Jpeg((int) strength);
      case CUTOUT -> new Cutout((int) strength);
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AugmentationPlan plan && plan.steps.equals(steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return PlanText.print(steps);
  }
}
