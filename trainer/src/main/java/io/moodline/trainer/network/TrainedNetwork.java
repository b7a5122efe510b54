package io.moodline.trainer.network;

/**
 * A network with its weights.
 *
 * @param network which
 * @param weights all that it has
 */
public record TrainedNetwork(Network network, Weights weights) {

  /**
   * @throws IllegalArgumentException when the weights are another network's
   */
  public TrainedNetwork {
    weights.check(network.weights());
  }
}
