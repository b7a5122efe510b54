package io.moodline.trainer.onnx;

import static io.moodline.trainer.onnx.GraphBuilder.attribute;
import static io.moodline.trainer.onnx.GraphBuilder.integer;
import static io.moodline.trainer.onnx.GraphBuilder.real;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.moodline.trainer.network.Layer;
import io.moodline.trainer.network.Ops;
import io.moodline.trainer.network.TrainedNetwork;
import io.moodline.trainer.network.WeightSpec;
import io.moodline.trainer.network.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The graph of a network in ONNX; a value is the name of a node's output. Not thread-safe. */
final class OnnxOps implements Ops<String> {

  private static final long[] FACE = {1, 2, 3};

  private final GraphBuilder graph;
  private final String prefix;
  private final Weights weights;
  private final Map<String, WeightSpec> specs;

  /** The path of each convolution, by the name of its output. */
  private final Map<String, String> convolutions = new HashMap<>();

  /**
   * @param prefix of the names of weights in the graph, where other networks may be too
   */
  OnnxOps(GraphBuilder graph, String prefix, TrainedNetwork trained) {
    this.graph = graph;
    this.prefix = prefix;
    this.weights = trained.weights();
    this.specs =
        trained.network().weights().stream()
            .collect(Collectors.toMap(WeightSpec::name, spec -> spec));
  }

  @Override
  public String conv(String path, String x, Layer.Conv conv) {
    int filters = specs.get(path + ".weight").shape().get(0);
    String[] inputs = {x, prefix + path + ".weight", prefix + path + ".bias"};
    String output =
        graph.node(
            "Conv",
            List.of(inputs),
            square("kernel_shape", conv.kernel()),
            square("strides", conv.stride()),
            attribute("pads", conv.before(), conv.before(), conv.behind(), conv.behind()),
            integer("group", conv.depthwise() ? filters : 1));
    float[] bias = conv.bias() ? weights.get(path + ".bias") : new float[filters];
    numbers(path + ".weight", weights.get(path + ".weight"));
    graph.numbers(prefix + path + ".bias", bias, filters);
    convolutions.put(output, path);
    return output;
  }

  @Override
  public String batchNorm(String path, String x) {
    if (convolutions.containsKey(x)) {
      fold(path, convolutions.get(x));
      return x;
    }
    return graph.node(
        "BatchNormalization",
        List.of(
            x,
            weight(path + ".weight"),
            weight(path + ".bias"),
            weight(path + ".mean"),
            weight(path + ".variance")),
        real("epsilon", Layer.BatchNorm.EPS));
  }

  /**
   * Puts a normalisation into the convolution before it: both are linear. Its factor is {@code
   * weight / sqrt(variance + eps)}.
   */
  private void fold(String norm, String conv) {
    float[] filters = graph.numbers(prefix + conv + ".weight").clone();
    float[] bias = graph.numbers(prefix + conv + ".bias").clone();
    int each = filters.length / bias.length;
    for (int f = 0; f < bias.length; f++) {
      double deviation = Math.sqrt(weights.get(norm + ".variance")[f] + Layer.BatchNorm.EPS);
      float factor = (float) (weights.get(norm + ".weight")[f] / deviation);
      for (int i = f * each; i < (f + 1) * each; i++) {
        filters[i] *= factor;
      }
      bias[f] =
          (bias[f] - weights.get(norm + ".mean")[f]) * factor + weights.get(norm + ".bias")[f];
    }
    numbers(conv + ".weight", filters);
    graph.numbers(prefix + conv + ".bias", bias, bias.length);
  }

  @Override
  public String activation(String x, Layer.Activation activation) {
    return switch (activation.kind()) {
      case RELU -> graph.node("Relu", List.of(x));
      case LEAKY_RELU -> graph.node("LeakyRelu", List.of(x), real("alpha", activation.slope()));
      case SIGMOID -> graph.node("Sigmoid", List.of(x));
    };
  }

  @Override
  public String maxPool(String x, Layer.MaxPool pool) {
    int p = pool.padding();
    return graph.node(
        "MaxPool",
        List.of(x),
        square("kernel_shape", pool.size()),
        square("strides", pool.stride()),
        attribute("pads", p, p, p, p));
  }

  @Override
  public String globalAverage(String x) {
    return graph.node("Flatten", List.of(graph.node("GlobalAveragePool", List.of(x))));
  }

  @Override
  public String flatten(String x) {
    return graph.node("Flatten", List.of(x));
  }

  /** Judging drops nothing out. */
  @Override
  public String dropout(String x, double share) {
    return x;
  }

  @Override
  public String dense(String path, String x, int outputs) {
    return graph.node(
        "Gemm", List.of(x, weight(path + ".weight"), weight(path + ".bias")), integer("transB", 1));
  }

  @Override
  public String add(String a, String b) {
    return graph.node("Add", List.of(a, b));
  }

  @Override
  public String scaleChannels(String x, String factors) {
    String spread = graph.node("Unsqueeze", List.of(factors, graph.integers(2, 3)));
    return graph.node("Mul", List.of(x, spread));
  }

  @Override
  public String standardise(String x, double offset) {
    String centred = graph.node("Sub", List.of(x, mean(x, FACE)));
    String square = graph.node("Mul", List.of(centred, centred));
    String deviation = graph.node("Sqrt", List.of(mean(square, FACE)));
    return graph.node(
        "Div", List.of(centred, graph.node("Add", List.of(deviation, graph.number(offset)))));
  }

  @Override
  public String rescale(String x, double mean, double std) {
    String centred = mean == 0 ? x : graph.node("Sub", List.of(x, graph.number(mean)));
    return graph.node("Div", List.of(centred, graph.number(std)));
  }

  @Override
  public String filter(String x, float[] kernel) {
    int side = (int) Math.round(Math.sqrt(kernel.length));
    int half = side / 2;
    return graph.node(
        "Conv",
        List.of(x, graph.numbers("filter_of_" + x, kernel, 1, 1, side, side)),
        square("kernel_shape", side),
        attribute("pads", half, half, half, half));
  }

  @Override
  public String mask(String x, float[] mask) {
    int side = (int) Math.round(Math.sqrt(mask.length));
    return graph.node("Mul", List.of(x, graph.numbers("mask_of_" + x, mask, 1, 1, side, side)));
  }

  @Override
  public String localContrast(String x, Layer.LocalContrastNorm norm) {
    String centred = graph.node("Sub", List.of(x, windowMean(x, norm.size())));
    String square = graph.node("Mul", List.of(centred, centred));
    String deviation = graph.node("Sqrt", List.of(windowMean(square, norm.size())));
    String divisor = graph.node("Max", List.of(deviation, graph.number(norm.floor())));
    return graph.node("Div", List.of(centred, divisor));
  }

  private String windowMean(String x, int size) {
    int half = size / 2;
    return graph.node(
        "AveragePool",
        List.of(mean(x, new long[] {1})),
        square("kernel_shape", size),
        square("strides", 1),
        attribute("pads", half, half, half, half),
        integer("count_include_pad", 0));
  }

  private String mean(String x, long[] axes) {
    return graph.node("ReduceMean", List.of(x), attribute("axes", axes), integer("keepdims", 1));
  }

  private String weight(String name) {
    return numbers(name, weights.get(name));
  }

  private String numbers(String name, float[] numbers) {
    long[] shape = specs.get(name).shape().stream().mapToLong(Integer::longValue).toArray();
    return graph.numbers(prefix + name, numbers, shape);
  }

  private static AttributeProto square(String name, long side) {
    return attribute(name, side, side);
  }
}
