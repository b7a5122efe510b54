package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/**
 * Alters a face as cameras and people do, so that a network learns to look past it. Immutable:
 * threads may share one, each with a canvas and a random generator of its own.
 */
@FunctionalInterface
public interface Augmentation {

  /**
   * Alters a face in place.
   *
   * @param face gray values; may leave 0 to 255 in between, {@link Canvas#store} brings them back
   * @param random where all chance comes from: the same state gives the same picture
   */
  void apply(Canvas face, SplittableRandom random);
}
