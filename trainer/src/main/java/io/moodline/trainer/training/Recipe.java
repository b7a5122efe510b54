package io.moodline.trainer.training;

import io.moodline.trainer.augment.AugmentationPlan;

/**
 * How a network is trained. Immutable.
 *
 * @param epochs passes over the training faces, from 1
 * @param batch faces a step, from 2
 * @param optimizer how weights follow gradients
 * @param schedule the learning rate over time
 * @param loss what is made small
 * @param smoothing share of a hard label, or of votes of one mind, that is spread over all classes,
 *     0 to below 1
 * @param secondHead weight of the second head's loss beside the first's; of a network with two
 *     heads above 0
 * @param mixup alpha of the Beta distribution by which pairs of faces are mixed; 0: none. From H.
 *     Zhang and others, "mixup", 2018
 * @param averaging share of the old value in the running average of the weights that is validated
 *     and exported, at each step; 0: none
 * @param teaching share of the teachers' answers in what is learnt, 0 to 1
 * @param patience epochs without a lower validation loss after which the training ends; 0: never
 * @param augmentation how faces are altered each time
 * @param bfloat16 true to compute convolutions in bfloat16
 * @param seed of everything random
 */
public record Recipe(
    int epochs,
    int batch,
    OptimizerSettings optimizer,
    LearningRateSchedule schedule,
    LossKind loss,
    double smoothing,
    double secondHead,
    double mixup,
    double averaging,
    double teaching,
    int patience,
    AugmentationPlan augmentation,
    boolean bfloat16,
    long seed) {

  public Recipe {
    Ranges.check("epochs", epochs, 1, 100_000);
    Ranges.check("batch", batch, 2, 4096);
    Ranges.check("smoothing", smoothing, 0, 0.9);
    Ranges.check("second head", secondHead, 0, 100);
    Ranges.check("mixup", mixup, 0, 10);
    Ranges.check("averaging", averaging, 0, 0.99999);
    Ranges.check("teaching", teaching, 0, 1);
    Ranges.check("patience", patience, 0, 100_000);
  }
}
