package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/**
 * One technique of a plan.
 *
 * @param technique what is done
 * @param probability the share of faces that it is done to, 0 to 1
 * @param strength the most that may happen, in the technique's own unit and range; 0 for a
 *     technique without strength
 */
public record Step(Technique technique, double probability, double strength) {

  /** Refuses numbers out of range, by name. */
  public Step {
    if (!(probability >= 0 && probability <= 1)) {
      throw refused(technique, "probability", probability, "0 to 1");
    }
    if (!technique.allows(strength)) {
      throw refused(technique, "strength", strength, technique.range());
    }
  }

  private static IllegalArgumentException refused(
      Technique technique, String what, double value, String allowed) {
    return new IllegalArgumentException(
        "augmentation "
            + technique.word()
            + " has the "
            + what
            + " "
            + PlanText.number(value)
            + ", but must have "
            + allowed);
  }

  /** True for {@link #probability} of all calls. */
  boolean happens(SplittableRandom random) {
    return probability > 0 && random.nextDouble() < probability;
  }

  /**
   * As a plan names it. Defaults are spelled out, so that a training's record says what was done
   * even when they have changed since; only the probability of what always happens is left out.
   */
  @Override
  public String toString() {
    String chance = PlanText.number(probability);
    if (!technique.hasStrength()) {
      return technique.word() + "=" + chance;
    }
    boolean always = probability == 1 && technique.defaultProbability() == 1;
    return technique.word() + "=" + (always ? "" : chance + ":") + PlanText.number(strength);
  }
}
