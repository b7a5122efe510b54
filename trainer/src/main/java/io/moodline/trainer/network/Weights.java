package io.moodline.trainer.network;

import java.util.List;
import java.util.Map;

/**
 * A trained network's numbers.
 *
 * @param arrays by the names of {@link Network#weights()}, row-major; not to be changed
 */
public record Weights(Map<String, float[]> arrays) {

  public Weights {
    arrays = Map.copyOf(arrays);
  }

  /**
   * The numbers of one weight.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public float[] get(String name) {
    float[] numbers = arrays.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException("there is no weight " + name);
    }
    return numbers;
  }

  /**
   * @throws IllegalArgumentException when a weight is missing or has another length
   */
  public void check(List<WeightSpec> specs) {
    for (WeightSpec spec : specs) {
      if (get(spec.name()).length != spec.elements()) {
        throw new IllegalArgumentException(
            spec.name()
                + " has "
                + get(spec.name()).length
                + " numbers, but must have "
                + spec.elements());
      }
    }
  }
}
