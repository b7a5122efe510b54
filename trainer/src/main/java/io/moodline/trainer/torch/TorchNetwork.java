package io.moodline.trainer.torch;

import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.WeightSpec;
import io.moodline.trainer.network.Weights;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A network with weights in libtorch. Holds native memory: closed by who made it. */
final class TorchNetwork implements AutoCloseable {

  private final Network network;
  private final Map<String, Tensor> tensors;

  private TorchNetwork(Network network, Map<String, Tensor> tensors) {
    this.network = network;
    this.tensors = tensors;
  }

  /**
   * A network before training: filters and matrices normal with deviation sqrt(2 / fan-in). From K.
   * He and others, "Delving Deep into Rectifiers", 2015.
   */
  static TorchNetwork random(Network network, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return of(network, spec -> initial(spec, random));
  }

  /** A network with given weights. */
  static TorchNetwork of(Network network, Weights weights) {
    weights.check(network.weights());
    return of(network, spec -> weights.get(spec.name()));
  }

  /** Where a weight's numbers come from. */
  private interface Source {
    float[] numbers(WeightSpec spec);
  }

  private static TorchNetwork of(Network network, Source source) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      tensors.put(spec.name(), tensor(source.numbers(spec), shape(spec)));
    }
    return new TorchNetwork(network, tensors);
  }

  private static float[] initial(WeightSpec spec, SplittableRandom random) {
    float[] numbers = new float[spec.elements()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (spec.kind()) {
            case WEIGHT -> (float) (random.nextGaussian() * Math.sqrt(2.0 / spec.fanIn()));
            case FACTOR, VARIANCE -> 1;
            case BIAS, MEAN -> 0;
          };
    }
    return numbers;
  }

  private static long[] shape(WeightSpec spec) {
    return spec.shape().stream().mapToLong(Integer::longValue).toArray();
  }

  /**
   * Filters lie in memory channels last, and what they answer does so, too: a step of ours takes a
   * tenth less time.
   */
  private static Tensor tensor(float[] numbers, long... shape) {
    try (FloatPointer pointer = new FloatPointer(numbers);
        Tensor view = torch.from_blob(pointer, shape);
        Tensor own = view.clone()) {
      return own.contiguous(
          shape.length == 4 ? torch.MemoryFormat.ChannelsLast : torch.MemoryFormat.Contiguous);
    }
  }

  Network network() {
    return network;
  }

  /** All weights by name. */
  Map<String, Tensor> tensors() {
    return tensors;
  }

  /** The weights of one sort that the optimizer changes, made to note their gradients. */
  TensorVector trained(boolean decaying) {
    List<Tensor> chosen = new ArrayList<>();
    for (WeightSpec spec : network.weights()) {
      boolean decays = spec.kind() == WeightSpec.Kind.WEIGHT;
      if (spec.kind().trained() && decays == decaying) {
        Tensor tensor = tensors.get(spec.name());
        tensor.set_requires_grad(true);
        chosen.add(tensor);
      }
    }
    return new TensorVector(chosen.toArray(Tensor[]::new));
  }

  /**
   * Each head's logits, N x classes, float32.
   *
   * @param faces N x 1 x size x size, 0 to 255
   */
  List<Tensor> forward(Tensor faces, boolean training) {
    return network.apply(new TorchOps(tensors, training), faces);
  }

  /** A copy of the weights as plain numbers. */
  Weights weights() {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      tensors.forEach((name, tensor) -> arrays.put(name, numbers(tensor)));
    }
    return new Weights(arrays);
  }

  /** A tensor's numbers, row-major. */
  static float[] numbers(Tensor tensor) {
    Tensor dense = tensor.detach().to(torch.ScalarType.Float).contiguous();
    float[] numbers = new float[(int) dense.numel()];
    FloatBuffer buffer = dense.createBuffer();
    buffer.get(numbers);
    return numbers;
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
  }
}
