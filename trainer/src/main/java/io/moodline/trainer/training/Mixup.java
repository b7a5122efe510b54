package io.moodline.trainer.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Mixes each face of a batch, and its labels, with the one opposite in the batch. From H. Zhang and
 * others, "mixup: Beyond Empirical Risk Minimization", 2018.
 */
final class Mixup {

  private Mixup() {}

  /**
   * @param alpha of the Beta(alpha, alpha) distribution that the share is drawn from, above 0
   */
  static Batch mix(Batch batch, double alpha, SplittableRandom random) {
    float share = (float) beta(alpha, random);
    List<float[]> targets = new ArrayList<>();
    List<float[]> weights = new ArrayList<>();
    for (int head = 0; head < batch.targets().size(); head++) {
      float[] own = batch.weights().get(head);
      targets.add(mixTargets(batch.targets().get(head), own, batch.size(), share));
      weights.add(mix(own, batch.size(), share));
    }
    return new Batch(batch.size(), mix(batch.faces(), batch.size(), share), targets, weights);
  }

  private static float[] mix(float[] numbers, int size, float share) {
    int each = numbers.length / size;
    float[] mixed = new float[numbers.length];
    for (int i = 0; i < size; i++) {
      int other = size - 1 - i;
      for (int k = 0; k < each; k++) {
        mixed[i * each + k] =
            share * numbers[i * each + k] + (1 - share) * numbers[other * each + k];
      }
    }
    return mixed;
  }

  /** A face without a label leaves the other's label whole, at the other's share of weight. */
  private static float[] mixTargets(float[] targets, float[] weights, int size, float share) {
    int classes = targets.length / size;
    float[] mixed = new float[targets.length];
    for (int i = 0; i < size; i++) {
      int other = size - 1 - i;
      float mine = weights[i] > 0 ? share : 0;
      float its = weights[other] > 0 ? 1 - share : 0;
      float sum = Math.max(mine + its, Float.MIN_NORMAL);
      for (int c = 0; c < classes; c++) {
        mixed[i * classes + c] =
            (mine * targets[i * classes + c] + its * targets[other * classes + c]) / sum;
      }
    }
    return mixed;
  }

  /** A number of Beta(alpha, alpha), by M. Johnk's method, 1964: for alpha up to 1 or so. */
  static double beta(double alpha, SplittableRandom random) {
    while (true) {
      double x = Math.pow(random.nextDouble(), 1 / alpha);
      double y = Math.pow(random.nextDouble(), 1 / alpha);
      if (x + y > 0 && x + y <= 1) {
        return x / (x + y);
      }
    }
  }
}
