package io.moodline.trainer.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.WeightSpec;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes an exported file compute its convolutions in whole numbers of 8 bits, which processors with
 * such instructions do faster. Weights are signed, with one scale a filter; what flows between
 * layers is unsigned, with one scale and one zero each, from what some real faces give. After B.
 * Jacob and others, "Quantization and Training of Neural Networks for Efficient
 * Integer-Arithmetic-Only Inference", 2018.
 *
 * <p>The first convolution and the dense layers stay as they are: they take little time, and lose
 * most.
 */
public final class Int8 {

  private static final int WEIGHT_LEVELS = 127;

  private final GraphProto graph;
  private final Map<String, TensorProto> constants;
  private final Map<String, NodeProto> producers;
  private final Quantized quantized = new Quantized();

  private Int8(GraphProto graph) {
    this.graph = graph;
    this.constants =
        graph.getInitializerList().stream()
            .collect(Collectors.toMap(TensorProto::getName, tensor -> tensor));
    this.producers = new HashMap<>();
    graph.getNodeList().forEach(node -> producers.put(node.getOutput(0), node));
  }

  /** True when a network has a convolution of more than one channel: what 8 bits are for. */
  public static boolean suits(Network network) {
    return network.weights().stream()
        .map(WeightSpec::shape)
        .anyMatch(shape -> shape.size() == 4 && shape.get(1) > 1);
  }

  /**
   * The file with its convolutions in 8 bits.
   *
   * @param onnx as {@link OnnxExport} makes it
   * @param faces that the network was trained with, some hundred: N x size x size, 0 to 255
   * @param size width and height of a face
   * @throws IllegalArgumentException when it is no ONNX file, or one without such convolutions
   */
  public static byte[] of(byte[] onnx, float[] faces, int size) {
    ModelProto model;
    try {
      model = ModelProto.parseFrom(onnx);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("this is no ONNX file", e);
    }
    Int8 int8 = new Int8(model.getGraph());
    Set<String> flowing = int8.flowing();
    if (flowing.isEmpty()) {
      throw new IllegalArgumentException("there is no convolution to be computed in 8 bits");
    }
    Map<String, Ranges.Range> ranges = Ranges.of(model, flowing, faces, size);
    return model.toBuilder().setGraph(int8.rewritten(ranges)).build().toByteArray();
  }

  /**
   * The values that are to flow in 8 bits: what convolutions in 8 bits take, and what they give.
   */
  private Set<String> flowing() {
    Set<String> flowing = new HashSet<>();
    for (NodeProto node : graph.getNodeList()) {
      if (isWhole(node)) {
        flowing.add(node.getInput(0));
        flowing.add(settled(node.getOutput(0)));
        if (node.getOpType().equals("Add")) {
          flowing.add(node.getInput(1));
        }
      }
    }
    return flowing;
  }

  /** True for a node that is computed in 8 bits. */
  private boolean isWhole(NodeProto node) {
    return switch (node.getOpType()) {
      case "Conv" -> constants.get(node.getInput(1)).getDims(1) > 1;
      case "Add" ->
          producers.containsKey(node.getInput(0))
              && !constants.containsKey(node.getInput(1))
              && isMap(node.getInput(0))
              && isMap(node.getInput(1));
      case "MaxPool", "GlobalAveragePool" -> isMap(node.getInput(0));
      default -> false;
    };
  }

  /** True for feature maps: what a convolution gives, passed on or added. */
  private boolean isMap(String value) {
    NodeProto node = producers.get(value);
    return node != null
        && switch (node.getOpType()) {
          case "Conv" -> true;
          case "Relu", "MaxPool", "Add" -> isMap(node.getInput(0));
          default -> false;
        };
  }

  /** A ReLU behind a convolution or a sum is part of it: its output counts. */
  private String settled(String output) {
    List<NodeProto> readers =
        graph.getNodeList().stream().filter(node -> node.getInputList().contains(output)).toList();
    return readers.size() == 1 && readers.get(0).getOpType().equals("Relu")
        ? readers.get(0).getOutput(0)
        : output;
  }

  private GraphProto rewritten(Map<String, Ranges.Range> ranges) {
    GraphProto.Builder rewritten = graph.toBuilder().clearNode().clearInitializer();
    Set<String> replaced = new HashSet<>();
    for (NodeProto node : graph.getNodeList()) {
      NodeProto.Builder copy = node.toBuilder();
      for (int i = 0; i < node.getInputCount(); i++) {
        if (ranges.containsKey(node.getInput(i))) {
          copy.setInput(i, node.getInput(i) + "_dq");
        }
      }
      if (node.getOpType().equals("Conv") && isWhole(node)) {
        // Named by the node: a mirror image goes through the same weights with ranges of its own.
        quantizeWeights(node, copy, ranges.get(node.getInput(0)), rewritten);
        replaced.add(node.getInput(1));
        replaced.add(node.getInput(2));
      }
      rewritten.addNode(copy);
      Ranges.Range range = ranges.get(node.getOutput(0));
      if (range != null) {
        quantized.flow(node.getOutput(0), range, rewritten);
      }
    }
    constants.values().stream()
        .filter(constant -> !replaced.contains(constant.getName()))
        .forEach(rewritten::addInitializer);
    return rewritten.build();
  }

  private void quantizeWeights(
      NodeProto node, NodeProto.Builder copy, Ranges.Range input, GraphProto.Builder rewritten) {
    TensorProto weights = constants.get(node.getInput(1));
    float[] filters = floats(weights);
    float[] bias = floats(constants.get(node.getInput(2)));
    int each = filters.length / bias.length;
    float[] scales = new float[bias.length];
    byte[] whole = new byte[filters.length];
    int[] wholeBias = new int[bias.length];
    for (int f = 0; f < bias.length; f++) {
      float largest = 1e-8f;
      for (int i = f * each; i < (f + 1) * each; i++) {
        largest = Math.max(largest, Math.abs(filters[i]));
      }
      scales[f] = largest / WEIGHT_LEVELS;
      for (int i = f * each; i < (f + 1) * each; i++) {
        whole[i] = (byte) Math.round(filters[i] / scales[f]);
      }
      wholeBias[f] = (int) Math.round((double) bias[f] / ((double) scales[f] * input.scale()));
    }
    copy.setInput(
        1,
        quantized.weights(
            node.getOutput(0) + ".weight", whole, scales, weights.getDimsList(), rewritten));
    copy.setInput(
        2, quantized.bias(node.getOutput(0) + ".bias", wholeBias, scales, input, rewritten));
  }

  private static float[] floats(TensorProto tensor) {
    float[] numbers = new float[tensor.getRawData().size() / Float.BYTES];
    tensor
        .getRawData()
        .asReadOnlyByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(numbers);
    return numbers;
  }
}
