package io.moodline.trainer.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures how far the values of a graph reach when it judges real faces. */
final class Ranges {

  private static final int BATCH = 32;

  /** Share of a batch's numbers at each end that may lie outside: single outliers cost levels. */
  private static final double OUTSIDE = 0.00005;

  private static final int LEVELS = 255;

  private Ranges() {}

  /**
   * From where to where a value reaches; 0 is always within.
   *
   * @param low at most 0
   * @param high above low
   */
  record Range(float low, float high) {

    /** What one level of 8 bits stands for. */
    float scale() {
      return (high - low) / LEVELS;
    }

    /** The level that stands for 0, from 0 to 255. */
    int zero() {
      return Math.round(-low / scale());
    }
  }

  /** Adds ranges up, one a batch: each counts the same. */
  private static final class Sum {
    private double low;
    private double high;
    private int batches;

    void add(Range range) {
      low += range.low();
      high += range.high();
      batches++;
    }

    Range mean() {
      return new Range((float) (low / batches), (float) (high / batches));
    }
  }

  /** The ranges of some values: the mean over batches, which all count the same. */
  static Map<String, Range> of(ModelProto model, Set<String> values, float[] faces, int size) {
    ModelProto.Builder open = model.toBuilder();
    values.forEach(
        value -> open.getGraphBuilder().addOutput(ValueInfoProto.newBuilder().setName(value)));
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, Sum> sums = new HashMap<>();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(open.build().toByteArray(), options)) {
      int face = size * size;
      for (int from = 0; from < faces.length; from += BATCH * face) {
        int to = Math.min(from + BATCH * face, faces.length);
        float[] some = Arrays.copyOfRange(faces, from, to);
        measure(environment, session, some, size, values, sums);
      }
      return means(sums);
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime cannot run what was exported: " + e.getMessage(), e);
    }
  }

  private static Map<String, Range> means(Map<String, Sum> sums) {
    return sums.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, sum -> sum.getValue().mean()));
  }

  private static void measure(
      OrtEnvironment environment,
      OrtSession session,
      float[] faces,
      int size,
      Set<String> values,
      Map<String, Sum> sums)
      throws OrtException {
    long[] shape = {faces.length / ((long) size * size), 1, size, size};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(faces), shape);
        OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input), values)) {
      for (String value : values) {
        FloatBuffer buffer = ((OnnxTensor) result.get(value).orElseThrow()).getFloatBuffer();
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        sums.computeIfAbsent(value, name -> new Sum()).add(range(numbers));
      }
    }
  }

  private static Range range(float[] numbers) {
    Arrays.sort(numbers);
    int outside = (int) (numbers.length * OUTSIDE);
    float low = Math.min(0, numbers[outside]);
    float high = Math.max(numbers[numbers.length - 1 - outside], low + 1e-6f);
    return new Range(low, Math.max(high, 0));
  }
}
