package io.moodline.trainer.torch;

import io.moodline.trainer.network.Layer;
import io.moodline.trainer.network.Ops;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The computation of a network in libtorch. Its tensors belong to the caller's {@code
 * PointerScope}.
 *
 * @param weights by name
 * @param training true to drop out and to normalise by the batch's own statistics
 */
record TorchOps(Map<String, Tensor> weights, boolean training) implements Ops<Tensor> {

  private static final long[] FACE = {1, 2, 3};

  @Override
  public Tensor conv(String path, Tensor x, Layer.Conv conv) {
    Tensor padded = x;
    long padding = conv.before();
    if (conv.before() != conv.behind()) {
      padded = torch.constant_pad_nd(x, around(conv.before(), conv.behind()), new Scalar(0));
      padding = 0;
    }
    return torch.conv2d(
        padded,
        weight(path, ".weight"),
        conv.bias() ? optional(weight(path, ".bias")) : new TensorOptional(),
        both(conv.stride()),
        both(padding),
        both(1),
        conv.depthwise() ? x.size(1) : 1);
  }

  @Override
  public Tensor batchNorm(String path, Tensor x) {
    return torch.batch_norm(
        x,
        optional(weight(path, ".weight")),
        optional(weight(path, ".bias")),
        optional(weight(path, ".mean")),
        optional(weight(path, ".variance")),
        training,
        Layer.BatchNorm.MOMENTUM,
        Layer.BatchNorm.EPS,
        false);
  }

  @Override
  public Tensor activation(Tensor x, Layer.Activation activation) {
    return switch (activation.kind()) {
      // In place: convolutions, normalisations and sums need not see their answers again.
      case RELU -> torch.relu_(x);
      case LEAKY_RELU -> torch.leaky_relu(x, new Scalar(activation.slope()));
      case SIGMOID -> torch.sigmoid(x);
    };
  }

  @Override
  public Tensor maxPool(Tensor x, Layer.MaxPool pool) {
    return torch.max_pool2d(
        x, both(pool.size()), both(pool.stride()), both(pool.padding()), both(1), false);
  }

  @Override
  public Tensor globalAverage(Tensor x) {
    return x.mean(new long[] {2, 3}, false, new ScalarTypeOptional());
  }

  @Override
  public Tensor flatten(Tensor x) {
    // Feature maps may lie in memory channels last; their order in the vector is channels first.
    return x.contiguous().flatten(1, -1);
  }

  @Override
  public Tensor dropout(Tensor x, double share) {
    return torch.dropout(x, share, training);
  }

  @Override
  public Tensor dense(String path, Tensor x, int outputs) {
    return torch.linear(x, weight(path, ".weight"), optional(weight(path, ".bias")));
  }

  @Override
  public Tensor add(Tensor a, Tensor b) {
    return a.add(b);
  }

  @Override
  public Tensor scaleChannels(Tensor x, Tensor factors) {
    return x.mul(factors.unsqueeze(-1).unsqueeze(-1));
  }

  @Override
  public Tensor standardise(Tensor x, double offset) {
    Tensor centred = x.sub(x.mean(FACE, true, new ScalarTypeOptional()));
    Tensor deviation = centred.square().mean(FACE, true, new ScalarTypeOptional()).sqrt();
    return centred.div(deviation.add(new Scalar(offset)));
  }

  @Override
  public Tensor rescale(Tensor x, double mean, double std) {
    return x.sub(new Scalar(mean)).div(new Scalar(std));
  }

  @Override
  public Tensor filter(Tensor x, float[] kernel) {
    long side = Math.round(Math.sqrt(kernel.length));
    return torch.conv2d(
        x,
        constant(kernel, 1, 1, side, side),
        new TensorOptional(),
        both(1),
        both(side / 2),
        both(1),
        1);
  }

  @Override
  public Tensor mask(Tensor x, float[] mask) {
    return x.mul(constant(mask, 1, 1, x.size(2), x.size(3)));
  }

  @Override
  public Tensor localContrast(Tensor x, Layer.LocalContrastNorm norm) {
    Tensor centred = x.sub(windowMean(x, norm.size()));
    // The floor comes before the root, whose slope at 0 is infinite.
    Scalar floor = new Scalar((double) norm.floor() * norm.floor());
    return centred.div(windowMean(centred.square(), norm.size()).clamp_min(floor).sqrt());
  }

  /** The mean over a window and all channels; pixels outside of the picture do not count. */
  private static Tensor windowMean(Tensor x, int size) {
    return torch.avg_pool2d(
        x.mean(new long[] {1}, true, new ScalarTypeOptional()),
        both(size),
        both(1),
        both(size / 2),
        false,
        false,
        new LongOptional());
  }

  private Tensor weight(String path, String suffix) {
    return weights.get(path + suffix);
  }

  private static TensorOptional optional(Tensor tensor) {
    return new TensorOptional(tensor);
  }

  private static Tensor constant(float[] numbers, long... shape) {
    return torch.from_blob(new FloatPointer(numbers), shape).clone();
  }

  private static long[] both(long side) {
    return new long[] {side, side};
  }

  private static long[] around(long before, long behind) {
    return new long[] {before, behind, before, behind};
  }
}
