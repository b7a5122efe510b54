package io.moodline.trainer.augment;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Flip, shift, rotation, scale and stretch in one resampling, so that the face is blurred once at
 * most. The face is scaled and stretched first, then turned, then shifted, and mirrored before all.
 */
final class Warp implements Augmentation {

  /** What this does. */
  static final Set<Technique> TECHNIQUES =
      Set.of(Technique.FLIP, Technique.SHIFT, Technique.ROTATE, Technique.SCALE, Technique.STRETCH);

  private static final Step NEVER = new Step(Technique.FLIP, 0, 0);

  private final Map<Technique, Step> steps = new EnumMap<>(Technique.class);

  /**
   * @param steps some of {@link #TECHNIQUES}; others are not looked at
   */
  Warp(Collection<Step> steps) {
    steps.forEach(step -> this.steps.put(step.technique(), step));
  }

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    boolean mirrored = step(Technique.FLIP).happens(random);
    double turn = turn(random);
    double scale = factor(Technique.SCALE, random);
    double stretch = Math.sqrt(factor(Technique.STRETCH, random));
    double[] shift = shift(random);
    place(mirrored, turn, scale * stretch, scale / stretch, shift[0], shift[1])
        .warp(face.pixels(), face.spare());
    face.swap();
  }

  /**
   * The map from a place in the new picture back to the old one.
   *
   * @param turn clockwise as seen, radians
   * @param wider how much wider the face becomes, 1 for not at all
   * @param taller how much taller
   * @param right by how many pixels the face moves to the right
   * @param down by how many pixels it moves down
   */
  static Affine place(
      boolean mirrored, double turn, double wider, double taller, double right, double down) {
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double horizontal = (mirrored ? -1 : 1) / wider;
    double a = horizontal * cos;
    double b = horizontal * sin;
    double c = -sin / taller;
    double d = cos / taller;
    return new Affine(
        (float) a,
        (float) b,
        (float) c,
        (float) d,
        (float) -(a * right + b * down),
        (float) -(c * right + d * down));
  }

  private double[] shift(SplittableRandom random) {
    Step step = step(Technique.SHIFT);
    if (!step.happens(random)) {
      return new double[2];
    }
    double most = step.strength() * Canvas.SIZE;
    return new double[] {most * Chance.signed(random), most * Chance.signed(random)};
  }

  private double turn(SplittableRandom random) {
    Step step = step(Technique.ROTATE);
    return step.happens(random) ? Math.toRadians(step.strength() * Chance.signed(random)) : 0;
  }

  private double factor(Technique technique, SplittableRandom random) {
    Step step = step(technique);
    return step.happens(random) ? Chance.factor(step.strength(), random) : 1;
  }

  private Step step(Technique technique) {
    return steps.getOrDefault(technique, NEVER);
  }
}
