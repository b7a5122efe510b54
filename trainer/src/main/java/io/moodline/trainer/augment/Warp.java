package io.moodline.trainer.augment;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Flip, shift, rotation, scale and stretch in one resampling, so that the face is blurred once at
 * most. The face is scaled and stretched first, then turned, then shifted, and mirrored before all.
 */
final class Warp implements Augmentation {

  private static final Step NEVER = new Step(Technique.FLIP, 0, 0);

  private final Map<Technique, Step> steps = new EnumMap<>(Technique.class);

  /**
   * @param steps some of {@link Technique#FLIP}, SHIFT, ROTATE, SCALE and STRETCH; others are not
   *     looked at
   */
  Warp(Collection<Step> steps) {
    steps.forEach(step -> this.steps.put(step.technique(), step));
  }

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    boolean mirrored = step(Technique.FLIP).happens(random);
    double turn = Math.toRadians(drawn(Technique.ROTATE, random));
    double scale = factor(drawn(Technique.SCALE, random), Technique.SCALE);
    double stretch = Math.sqrt(factor(drawn(Technique.STRETCH, random), Technique.STRETCH));
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

  /** From minus to plus the strength; 0 when it does not happen. */
  private double drawn(Technique technique, SplittableRandom random) {
    Step step = step(technique);
    return step.happens(random) ? step.strength() * Chance.signed(random) : 0;
  }

  /** A factor from 1 / (1 + strength) to 1 + strength, as often above 1 as below. */
  private double factor(double drawn, Technique technique) {
    double strength = step(technique).strength();
    return drawn == 0 ? 1 : Math.pow(1 + strength, drawn / strength);
  }

  private Step step(Technique technique) {
    return steps.getOrDefault(technique, NEVER);
  }
}
