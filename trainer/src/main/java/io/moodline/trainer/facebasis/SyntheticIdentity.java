package io.moodline.trainer.facebasis;

import java.util.random.RandomGenerator;

/** Draws the coefficients that make one synthetic face differ from the next. */
public final class SyntheticIdentity {

  /** Faces vary less than real ones do, so that none comes near a single one of them. */
  private static final double SPREAD = 0.6;

  /**
   * Turned heads and light from the side: a touch only, a camera sees these people from the front.
   */
  private static final double ASYMMETRIC_SPREAD = 0.25;

  private static final double MOST = 1.2;

  private SyntheticIdentity() {}

  /**
   * Draws one person: for each component a normally distributed coefficient, in standard deviations
   * of the component, cut off at 1.2.
   */
  public static double[] draw(FaceBasis basis, RandomGenerator random) {
    return basis.components().stream()
        .mapToDouble(
            component ->
                random.nextGaussian() * (component.symmetric() ? SPREAD : ASYMMETRIC_SPREAD))
        .map(coefficient -> Math.min(MOST, Math.max(-MOST, coefficient)))
        .toArray();
  }
}
