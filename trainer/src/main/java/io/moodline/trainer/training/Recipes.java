package io.moodline.trainer.training;

import io.moodline.trainer.augment.AugmentationPlan;
import io.moodline.trainer.network.Networks;

/** The recipe by which each network is trained when the command line says nothing else. */
public final class Recipes {

  private static final int BATCH = 128;

  /** Counts only where there are two heads. */
  private static final double SECOND_HEAD = 0.6;

  private Recipes() {}

  /** The recipe of a network. */
  public static Recipe of(Networks network) {
    return switch (network) {
      case MOODNET, MOODNET_SMALL -> ours();
      case MINI_XCEPTION -> plain(adam(2e-3, 1e-4), 20);
      case GUDI_CNN, OLENIUK_CNN -> plain(momentum(0.02, 1e-4), 15);
      case DUBOVYI_CNN -> plain(adam(1e-3, 0), 15);
      case DUBOVYI_GRADIENT_FNN -> plain(momentum(0.02, 1e-4), 8);
      case HAPPY_SAD_CNN -> plain(adam(5e-4, 0), 15);
    };
  }

  /** Averaged weights, strong augmentation, no early stop: the one-cycle schedule has its end. */
  private static Recipe ours() {
    return new Recipe(
        60,
        BATCH,
        momentum(0.12, 5e-4),
        LearningRateSchedule.ONE_CYCLE,
        LossKind.CROSS_ENTROPY,
        0.1,
        SECOND_HEAD,
        0,
        0.998,
        0,
        0,
        AugmentationPlan.DEFAULT,
        true,
        1);
  }

  private static Recipe plain(OptimizerSettings optimizer, int epochs) {
    return new Recipe(
        epochs,
        BATCH,
        optimizer,
        LearningRateSchedule.ONE_CYCLE,
        LossKind.CROSS_ENTROPY,
        0,
        SECOND_HEAD,
        0,
        0,
        0,
        5,
        AugmentationPlan.LIGHT,
        true,
        1);
  }

  private static OptimizerSettings momentum(double rate, double l2) {
    return new OptimizerSettings(OptimizerSettings.Kind.MOMENTUM, rate, 0.9, l2);
  }

  private static OptimizerSettings adam(double rate, double l2) {
    return new OptimizerSettings(OptimizerSettings.Kind.ADAM, rate, 0.9, l2);
  }
}
