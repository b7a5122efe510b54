package io.moodline.trainer.training;

import java.util.List;

/**
 * What an epoch gave.
 *
 * @param epoch from 1
 * @param learningRate at its end
 * @param trainingLoss mean over its batches
 * @param validationLoss cross-entropy of the main head on the validation faces
 * @param accuracies on the validation faces, one a head, 0 to 1
 * @param seconds that it took
 */
public record EpochResult(
    int epoch,
    double learningRate,
    double trainingLoss,
    double validationLoss,
    List<Double> accuracies,
    double seconds) {

  public EpochResult {
    accuracies = List.copyOf(accuracies);
  }
}
