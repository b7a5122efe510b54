package io.moodline.trainer.balance;

import java.util.List;

/** Sums over targets, which may be shared between classes. */
final class Shares {

  private Shares() {}

  /** The number of the largest share, the first of equals. */
  static int largest(float[] target) {
    int best = 0;
    for (int i = 1; i < target.length; i++) {
      best = target[i] > target[best] ? i : best;
    }
    return best;
  }

  /** How many faces each class has, counting a shared face by its shares. */
  static double[] sums(List<float[]> targets, int classes) {
    double[] sums = new double[classes];
    for (float[] target : targets) {
      requireSize(target, classes);
      for (int i = 0; i < classes; i++) {
        sums[i] += target[i];
      }
    }
    return sums;
  }

  static void requireSize(float[] target, int classes) {
    if (target.length != classes) {
      throw new IllegalArgumentException(
          "a target has " + target.length + " shares, but must have " + classes);
    }
  }
}
