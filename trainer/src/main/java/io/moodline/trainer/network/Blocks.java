package io.moodline.trainer.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The groups of layers that networks are made of. */
final class Blocks {

  static final Layer RELU = new Layer.Activation(Layer.Activation.Kind.RELU, 0);

  private Blocks() {}

  static List<Layer> chain(Object... parts) {
    List<Layer> layers = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Layer layer) {
        layers.add(layer);
      } else {
        ((List<?>) part).forEach(layer -> layers.add((Layer) layer));
      }
    }
    return List.copyOf(layers);
  }

  /** Convolution with zeros around and stride 1, batch normalisation. */
  static List<Layer> convNorm(int filters, int kernel, int stride) {
    return List.of(new Layer.Conv(filters, kernel, stride, true, false), new Layer.BatchNorm());
  }

  static List<Layer> convNormRelu(int filters, int kernel) {
    return chain(convNorm(filters, kernel, 1), RELU);
  }

  /** A plain convolution with bias and ReLU. */
  static List<Layer> convRelu(int filters, int kernel) {
    return List.of(new Layer.Conv(filters, kernel, 1, true, true), RELU);
  }

  /**
   * Two 3 x 3 convolutions beside a shortcut; with squeeze and excitation when {@code hidden} > 0.
   */
  static List<Layer> residual(int channels, int hidden) {
    List<Layer> body = chain(convNormRelu(channels, 3), convNorm(channels, 3, 1));
    List<Layer> excited =
        hidden > 0 ? chain(body, new Layer.SqueezeExcite(channels, hidden)) : body;
    return List.of(new Layer.Residual(excited, List.of()), RELU);
  }

  /** A depthwise 3 x 3 convolution, then a 1 x 1 across channels, as in Xception. */
  static List<Layer> separable(int filters) {
    return List.of(
        new Layer.Conv(0, 3, 1, true, false),
        new Layer.Conv(filters, 1, 1, true, false),
        new Layer.BatchNorm());
  }

  static List<Layer> denseRelu(int outputs) {
    return List.of(new Layer.Dense(outputs), RELU);
  }

  /** Max-pooling that halves. */
  static Layer halve() {
    return new Layer.MaxPool(2, 2, 0);
  }

  static Stream<Network.Head> heads(List<HeadPlan> plans) {
    return plans.stream()
        .map(
            plan ->
                new Network.Head(
                    plan.output(), plan.classes(), List.of(new Layer.Dense(plan.classes()))));
  }
}
