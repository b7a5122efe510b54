package io.moodline.trainer.torch;

import io.moodline.trainer.network.Weights;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The running average of a network's weights, its running statistics among them: it judges better
 * than the weights of any one step.
 */
final class Average implements AutoCloseable {

  private final double decay;
  private final TorchNetwork averaged;

  /**
   * @param decay share of the old average at each step, from 0 to below 1
   */
  Average(TorchNetwork network, double decay) {
    this.decay = decay;
    this.averaged = TorchNetwork.of(network.network(), network.weights());
  }

  /** The network with averaged weights; belongs to this. */
  TorchNetwork network() {
    return averaged;
  }

  /**
   * Takes in the weights after a step.
   *
   * @param step since the training began, from 1; the first ones count more, as the start is noise
   */
  void add(TorchNetwork network, long step) {
    double share = 1 - Math.min(decay, (step + 1.0) / (step + 10.0));
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Scalar weight = new Scalar(decay == 0 ? 1 : share);
      for (Map.Entry<String, Tensor> entry : averaged.tensors().entrySet()) {
        entry.getValue().lerp_(network.tensors().get(entry.getKey()), weight);
      }
    }
  }

  Weights weights() {
    return averaged.weights();
  }

  @Override
  public void close() {
    averaged.close();
  }
}
