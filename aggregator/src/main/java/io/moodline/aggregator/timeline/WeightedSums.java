package io.moodline.aggregator.timeline;

import io.moodline.schemas.Emotion;

/**
 * Raw probabilities of a visit, each frame weighted by how well its face could be judged: what the
 * verdict on the visit is made of. Immutable; the array is never changed.
 *
 * @param sums eight sums of weight times probability, in the order of {@link Emotion}
 * @param weight sum of the weights: how many perfect frames the visit was worth
 */
public record WeightedSums(double[] sums, double weight) {

  /** Nothing seen yet. */
  public static final WeightedSums NONE = new WeightedSums(new double[Probabilities.SIZE], 0);

  /**
   * How many perfect frames the knowledge before the visit is worth, which is that all emotions are
   * alike. At the usual five frames a second that is as long as the smoothing's time constant:
   * frames nearer than that show much the same, and are hardly more evidence than one.
   */
  static final double PRIOR_WEIGHT = 4;

  WeightedSums plus(double[] raw, double frameWeight) {
    double[] more = new double[Probabilities.SIZE];
    for (int i = 0; i < more.length; i++) {
      more[i] = sums[i] + frameWeight * raw[i];
    }
    return new WeightedSums(more, weight + frameWeight);
  }

  /** True when no frame was fit to be judged. */
  public boolean isEmpty() {
    return weight == 0;
  }

  /** Eight weighted means of the raw probabilities; not for an empty one. */
  public double[] means() {
    return Probabilities.divided(sums, weight);
  }

  /** The emotion of the highest weighted mean. */
  public Emotion emotion() {
    return Probabilities.highest(sums);
  }

  /**
   * How sure {@link #emotion()} is: its probability when the visit's weighted means are added to a
   * belief from before, that all eight are alike, worth {@value #PRIOR_WEIGHT} perfect frames (the
   * mean of a Dirichlet distribution). {@code (W * mean + 4 / 8) / (W + 4)}: chance, 1/8, where
   * there is hardly any evidence, and the weighted mean itself where there is much.
   */
  public double confidence() {
    double sum = sums[emotion().ordinal()];
    return (sum + PRIOR_WEIGHT / Probabilities.SIZE) / (weight + PRIOR_WEIGHT);
  }
}
