package io.moodline.trainer.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** Puts an ONNX graph together, node by node. Not thread-safe. */
final class GraphBuilder {

  /** Operators as of ONNX 1.12. */
  private static final int OPSET = 17;

  private static final int IR_VERSION = 8;
  private static final String BATCH = "N";

  private final GraphProto.Builder graph;
  private final Map<String, Constant> constants = new LinkedHashMap<>();
  private int values;

  GraphBuilder(String name) {
    this.graph = GraphProto.newBuilder().setName(name);
  }

  /** An input: N faces. */
  void input(String name, long... perFace) {
    graph.addInput(value(name, perFace));
  }

  /** An output that some node gives: N answers. */
  void output(String name, long... perFace) {
    graph.addOutput(value(name, perFace));
  }

  /** Adds an operator. @return the name of its only output */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    String output = operator.toLowerCase(Locale.ROOT) + "_" + ++values;
    node(operator, inputs, output, attributes);
    return output;
  }

  /** Adds an operator with a name for its only output. */
  void node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(Arrays.asList(attributes)));
  }

  /** Adds numbers, or replaces those of this name. @return their name */
  String numbers(String name, float[] numbers, long... shape) {
    constants.put(name, new Constant(numbers, shape));
    return name;
  }

  /** The numbers of a name; not to be changed. */
  float[] numbers(String name) {
    return constants.get(name).numbers();
  }

  private record Constant(float[] numbers, long[] shape) {}

  private void add(String name, Constant constant) {
    ByteBuffer bytes =
        ByteBuffer.allocate(constant.numbers().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(constant.numbers());
    tensor(
        name, TensorProto.DataType.FLOAT, UnsafeByteOperations.unsafeWrap(bytes), constant.shape());
  }

  /** Adds one number. @return its name */
  String number(double number) {
    return numbers("number_" + ++values, new float[] {(float) number});
  }

  /** Adds whole numbers, such as a shape. @return their name */
  String integers(long... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(numbers);
    return tensor(
        "integers_" + ++values,
        TensorProto.DataType.INT64,
        UnsafeByteOperations.unsafeWrap(bytes),
        numbers.length);
  }

  private String tensor(String name, TensorProto.DataType type, ByteString bytes, long... shape) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .addAllDims(LongStream.of(shape).boxed().toList())
            .setRawData(bytes));
    return name;
  }

  /** The whole file. */
  ModelProto model(String producer) {
    constants.forEach(this::add);
    constants.clear();
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName(producer)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
        .setGraph(graph)
        .build();
  }

  static AttributeProto attribute(String name, long... numbers) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(LongStream.of(numbers).boxed().toList())
        .build();
  }

  static AttributeProto integer(String name, long number) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(number)
        .build();
  }

  static AttributeProto real(String name, double number) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF((float) number)
        .build();
  }

  private static ValueInfoProto value(String name, long... perFace) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
    for (long side : perFace) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(side));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }
}
