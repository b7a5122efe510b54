package io.moodline.trainer.network;

import java.util.List;

/**
 * One array of weights.
 *
 * @param name its path in the network, such as {@code trunk.3.weight}
 * @param shape its sides
 * @param kind what it is, which decides how it starts and whether it is trained and decays
 * @param fanIn how many numbers flow into one output, for the start of {@link Kind#WEIGHT}
 */
public record WeightSpec(String name, List<Integer> shape, Kind kind, int fanIn) {

  /** What a weight is. */
  public enum Kind {
    /** Filters and matrices: start random, are trained, decay. */
    WEIGHT,
    /** Offsets: start at 0, are trained. */
    BIAS,
    /** Factors of a normalisation: start at 1, are trained. */
    FACTOR,
    /** Running means: start at 0, follow the batches. */
    MEAN,
    /** Running variances: start at 1, follow the batches. */
    VARIANCE;

    /** True when the optimizer changes it. */
    public boolean trained() {
      return this != MEAN && this != VARIANCE;
    }
  }

  public WeightSpec {
    shape = List.copyOf(shape);
  }

  /** How many numbers it holds. */
  public int elements() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
