package io.moodline.trainer.torch;

import io.moodline.trainer.training.OptimizerSettings;
import java.util.List;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.OptimizerParamGroupVector;
import org.bytedeco.pytorch.RMSprop;
import org.bytedeco.pytorch.RMSpropOptions;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.TensorVector;

/** libtorch's optimizers: one for the weights that decay (L2), one for the others. */
final class Optimizers implements AutoCloseable {

  private final Optimizer decaying;
  private final Optimizer others;

  Optimizers(TorchNetwork network, OptimizerSettings settings) {
    this.decaying = optimizer(network.trained(true), settings, settings.l2());
    this.others = optimizer(network.trained(false), settings, 0);
  }

  private static Optimizer optimizer(TensorVector weights, OptimizerSettings settings, double l2) {
    return switch (settings.kind()) {
      case MOMENTUM -> sgd(weights, settings, l2);
      case RMSPROP -> rmsProp(weights, l2);
      case ADAM -> adam(weights, l2);
    };
  }

  private static Optimizer sgd(TensorVector weights, OptimizerSettings settings, double l2) {
    SGDOptions options = new SGDOptions(settings.learningRate());
    options.momentum().put(settings.momentum());
    options.nesterov().put(settings.momentum() > 0);
    options.weight_decay().put(l2);
    return new SGD(weights, options);
  }

  private static Optimizer rmsProp(TensorVector weights, double l2) {
    RMSpropOptions options = new RMSpropOptions();
    options.weight_decay().put(l2);
    return new RMSprop(weights, options);
  }

  private static Optimizer adam(TensorVector weights, double l2) {
    AdamOptions options = new AdamOptions();
    options.weight_decay().put(l2);
    return new Adam(weights, options);
  }

  List<Optimizer> all() {
    return List.of(decaying, others);
  }

  void learningRate(double rate) {
    for (Optimizer optimizer : all()) {
      OptimizerParamGroupVector groups = optimizer.param_groups();
      for (long i = 0; i < groups.size(); i++) {
        groups.get(i).options().set_lr(rate);
      }
    }
  }

  void zeroGradients() {
    all().forEach(Optimizer::zero_grad);
  }

  void step() {
    all().forEach(Optimizer::step);
  }

  @Override
  public void close() {
    all().forEach(Optimizer::close);
  }
}
