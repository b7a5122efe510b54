package io.moodline.classifier.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes small ONNX files: {@code y = flatten(x) * weights + bias}. The numbers in the code are
 * those of the fields in onnx.proto3 (onnx.ai), in protocol buffers' wire format.
 */
final class TinyOnnx {

  private static final int FLOAT = 1;
  private static final int OPSET = 13;
  private static final int IR_VERSION = 8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TinyOnnx() {}

  /**
   * A model with input "x" and output "y".
   *
   * @param input shape; -1 stands for any length
   * @param weights {@code [elements][outputs]}
   * @param bias {@code [outputs]}
   * @param softmax whether y goes through a softmax
   */
  static byte[] linear(long[] input, float[][] weights, float[] bias, boolean softmax) {
    return model(graph(input, weights, bias, softmax));
  }

  /** The same, with a second output "z", {@code flatten(x) * second}. */
  static byte[] twoHeads(long[] input, float[][] weights, float[] bias, float[][] second) {
    TinyOnnx graph =
        graph(input, weights, bias, false)
            .message(1, node("MatMul", "z", "flat", "v"))
            .message(5, tensor("v", new long[] {second.length, second[0].length}, flat(second)))
            .message(12, value("z", new long[] {input[0], second[0].length}));
    return model(graph);
  }

  private static byte[] model(TinyOnnx graph) {
    TinyOnnx opset = new TinyOnnx().text(1, "").number(2, OPSET);
    return new TinyOnnx().number(1, IR_VERSION).message(8, opset).message(7, graph).bytes();
  }

  private static TinyOnnx graph(long[] input, float[][] weights, float[] bias, boolean softmax) {
    String sum = softmax ? "sum" : "y";
    TinyOnnx graph =
        new TinyOnnx()
            .message(1, node("Flatten", "flat", "x"))
            .message(1, node("MatMul", "product", "flat", "w"))
            .message(1, node("Add", sum, "product", "b"));
    if (softmax) {
      graph.message(1, node("Softmax", "y", sum));
    }
    graph
        .text(2, "tiny")
        .message(5, tensor("w", new long[] {weights.length, bias.length}, flat(weights)))
        .message(5, tensor("b", new long[] {bias.length}, bias))
        .message(11, value("x", input))
        .message(12, value("y", new long[] {input[0], bias.length}));
    return graph;
  }

  /** Output i is pixel i: {@code [elements][outputs]}. */
  static float[][] firstPixels(int elements, int outputs) {
    float[][] weights = new float[elements][outputs];
    for (int i = 0; i < outputs; i++) {
      weights[i][i] = 1;
    }
    return weights;
  }

  private static TinyOnnx node(String operator, String output, String... inputs) {
    TinyOnnx node = new TinyOnnx();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(3, operator + "-" + output).text(4, operator);
  }

  private static TinyOnnx tensor(String name, long[] shape, float[] values) {
    TinyOnnx tensor = new TinyOnnx();
    for (long length : shape) {
      tensor.number(1, length);
    }
    ByteBuffer raw =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return tensor.number(2, FLOAT).text(8, name).raw(9, raw.array());
  }

  private static TinyOnnx value(String name, long[] shape) {
    TinyOnnx dimensions = new TinyOnnx();
    for (long length : shape) {
      TinyOnnx dimension = new TinyOnnx();
      dimensions.message(1, length < 0 ? dimension.text(2, "N") : dimension.number(1, length));
    }
    TinyOnnx tensorType = new TinyOnnx().number(1, FLOAT).message(2, dimensions);
    return new TinyOnnx().text(1, name).message(2, new TinyOnnx().message(1, tensorType));
  }

  private static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return flat;
  }

  private TinyOnnx number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  private TinyOnnx text(int field, String value) {
    return raw(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private TinyOnnx message(int field, TinyOnnx value) {
    return raw(field, value.bytes());
  }

  private TinyOnnx raw(int field, byte[] value) {
    varint((long) field << 3 | 2);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private byte[] bytes() {
    return out.toByteArray();
  }
}
