package io.moodline.trainer.network;

import io.moodline.trainer.network.WeightSpec.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A network's shapes: refuses what does not fit, and notes each weight and the multiplications on
 * the way. Not thread-safe; one for one pass.
 */
final class ShapeOps implements Ops<Shape> {

  private final List<WeightSpec> weights = new ArrayList<>();
  private long multiplications;

  List<WeightSpec> weights() {
    return List.copyOf(weights);
  }

  long multiplications() {
    return multiplications;
  }

  @Override
  public Shape conv(String path, Shape x, Layer.Conv conv) {
    int out = conv.depthwise() ? x.channels() : conv.filters();
    int in = conv.depthwise() ? 1 : x.channels();
    int k = conv.kernel();
    if (x.height() + conv.before() + conv.behind() < k) {
      throw new IllegalArgumentException(
          path + ": a filter of " + k + " pixels does not fit into " + x);
    }
    Shape shape = new Shape(out, size(x.height(), k, conv), size(x.width(), k, conv));
    add(path + ".weight", List.of(out, in, k, k), Kind.WEIGHT, in * k * k);
    if (conv.bias()) {
      add(path + ".bias", List.of(out), Kind.BIAS, 0);
    }
    multiplications += (long) shape.elements() * in * k * k;
    return shape;
  }

  private static int size(int side, int kernel, Layer.Conv conv) {
    return (side + conv.before() + conv.behind() - kernel) / conv.stride() + 1;
  }

  @Override
  public Shape batchNorm(String path, Shape x) {
    List<Integer> shape = List.of(x.channels());
    add(path + ".weight", shape, Kind.FACTOR, 0);
    add(path + ".bias", shape, Kind.BIAS, 0);
    add(path + ".mean", shape, Kind.MEAN, 0);
    add(path + ".variance", shape, Kind.VARIANCE, 0);
    return x;
  }

  @Override
  public Shape activation(Shape x, Layer.Activation activation) {
    return x;
  }

  @Override
  public Shape maxPool(Shape x, Layer.MaxPool pool) {
    int added = 2 * pool.padding() - pool.size();
    return new Shape(
        x.channels(),
        (x.height() + added) / pool.stride() + 1,
        (x.width() + added) / pool.stride() + 1);
  }

  @Override
  public Shape globalAverage(Shape x) {
    return Shape.vector(x.channels());
  }

  @Override
  public Shape flatten(Shape x) {
    return Shape.vector(x.elements());
  }

  @Override
  public Shape dropout(Shape x, double share) {
    return x;
  }

  @Override
  public Shape dense(String path, Shape x, int outputs) {
    if (x.height() != 1 || x.width() != 1) {
      throw new IllegalArgumentException(path + ": a dense layer takes a vector, not " + x);
    }
    add(path + ".weight", List.of(outputs, x.channels()), Kind.WEIGHT, x.channels());
    add(path + ".bias", List.of(outputs), Kind.BIAS, 0);
    multiplications += (long) outputs * x.channels();
    return Shape.vector(outputs);
  }

  @Override
  public Shape add(Shape a, Shape b) {
    if (!a.equals(b)) {
      throw new IllegalArgumentException("cannot add " + a + " and " + b);
    }
    return a;
  }

  @Override
  public Shape scaleChannels(Shape x, Shape factors) {
    if (!factors.equals(Shape.vector(x.channels()))) {
      throw new IllegalArgumentException(factors + " are no factors for the channels of " + x);
    }
    return x;
  }

  @Override
  public Shape standardise(Shape x, double offset) {
    return x;
  }

  @Override
  public Shape rescale(Shape x, double mean, double std) {
    return x;
  }

  @Override
  public Shape filter(Shape x, float[] kernel) {
    if (x.channels() != 1) {
      throw new IllegalArgumentException("a fixed filter takes one channel, not " + x);
    }
    multiplications += (long) x.elements() * kernel.length;
    return x;
  }

  @Override
  public Shape mask(Shape x, float[] mask) {
    if (mask.length != x.height() * x.width()) {
      throw new IllegalArgumentException("a mask of " + mask.length + " numbers does not fit " + x);
    }
    return x;
  }

  @Override
  public Shape localContrast(Shape x, Layer.LocalContrastNorm norm) {
    return x;
  }

  private void add(String name, List<Integer> shape, Kind kind, int fanIn) {
    weights.add(new WeightSpec(name, shape, kind, fanIn));
  }
}
