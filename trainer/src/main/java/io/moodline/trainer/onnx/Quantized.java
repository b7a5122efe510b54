package io.moodline.trainer.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes the nodes and numbers of a graph in 8 bits, in ONNX's form of pairs: quantize and
 * dequantize around each value, which ONNX Runtime turns into whole-number operators.
 */
final class Quantized {

  private static final AttributeProto FIRST_AXIS = GraphBuilder.integer("axis", 0);

  /** Lets a value flow in 8 bits: {@code value_dq} is what its readers are to take. */
  void flow(String value, Ranges.Range range, GraphProto.Builder graph) {
    String scale = floats(value + "_scale", new float[] {range.scale()}, List.of(), graph);
    String zero = bytes(value + "_zero", new byte[] {(byte) range.zero()}, true, List.of(), graph);
    node("QuantizeLinear", List.of(value, scale, zero), value + "_q", graph);
    node("DequantizeLinear", List.of(value + "_q", scale, zero), value + "_dq", graph);
  }

  /** Writes filters. @return the name of what a convolution is to take */
  String weights(
      String name, byte[] whole, float[] scales, List<Long> shape, GraphProto.Builder graph) {
    List<Long> filters = List.of((long) scales.length);
    String zeros = bytes(name + "_zero", new byte[scales.length], false, filters, graph);
    node(
        "DequantizeLinear",
        List.of(
            bytes(name + "_q", whole, false, shape, graph),
            floats(name + "_scale", scales, filters, graph),
            zeros),
        name + "_dq",
        graph,
        FIRST_AXIS);
    return name + "_dq";
  }

  /** Writes offsets, whose scales are those of input and filters together. @return as weights */
  String bias(
      String name, int[] whole, float[] scales, Ranges.Range input, GraphProto.Builder graph) {
    float[] products = new float[scales.length];
    ByteBuffer bytes =
        ByteBuffer.allocate(whole.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int f = 0; f < whole.length; f++) {
      products[f] = scales[f] * input.scale();
      bytes.putInt(whole[f]);
    }
    List<Long> filters = List.of((long) whole.length);
    tensor(name + "_q", TensorProto.DataType.INT32, bytes.array(), filters, graph);
    String zeros = name + "_zero";
    tensor(
        zeros, TensorProto.DataType.INT32, new byte[whole.length * Integer.BYTES], filters, graph);
    node(
        "DequantizeLinear",
        List.of(name + "_q", floats(name + "_scale", products, filters, graph), zeros),
        name + "_dq",
        graph,
        FIRST_AXIS);
    return name + "_dq";
  }

  private static void node(
      String operator,
      List<String> inputs,
      String output,
      GraphProto.Builder graph,
      AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
  }

  private static String floats(
      String name, float[] numbers, List<Long> shape, GraphProto.Builder graph) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return tensor(name, TensorProto.DataType.FLOAT, bytes.array(), shape, graph);
  }

  private static String bytes(
      String name, byte[] numbers, boolean unsigned, List<Long> shape, GraphProto.Builder graph) {
    return tensor(
        name,
        unsigned ? TensorProto.DataType.UINT8 : TensorProto.DataType.INT8,
        numbers,
        shape,
        graph);
  }

  private static String tensor(
      String name,
      TensorProto.DataType type,
      byte[] bytes,
      List<Long> shape,
      GraphProto.Builder graph) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .addAllDims(shape)
            .setRawData(ByteString.copyFrom(bytes)));
    return name;
  }
}
