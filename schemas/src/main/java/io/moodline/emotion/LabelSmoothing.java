package io.moodline.emotion;

/**
 * Takes off what label smoothing put on. A network that learnt labels of which a share {@code e}
 * was spread evenly over its {@code K} classes answers {@code (1 - e) p + e / K} where it means
 * {@code p}: it is never quite sure, and sharpening all its answers alike makes those too sure that
 * were in doubt. After C. Szegedy and others, "Rethinking the Inception Architecture for Computer
 * Vision", 2016, read backwards.
 */
public final class LabelSmoothing {

  /** What is left of a probability at least, so that none becomes 0 and their order stays. */
  static final double LEAST_LEFT = 1.0 / 40;

  private LabelSmoothing() {}

  /**
   * Changes probabilities, in place, to those that were meant.
   *
   * @param probabilities of all classes, 0 to 1, summing to 1
   * @param smoothing the share that was spread over all classes, 0 (nothing is changed) to below 1
   */
  public static void undo(double[] probabilities, double smoothing) {
    if (smoothing == 0) {
      return;
    }
    double spread = smoothing / probabilities.length;
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double p = probabilities[i];
      probabilities[i] = Math.max(p - spread, p * LEAST_LEFT);
      sum += probabilities[i];
    }
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] /= sum;
    }
  }
}
