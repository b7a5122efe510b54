package io.moodline.trainer.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Proves that an exported file answers as the trained network does. */
public final class Parity {

  /** More faces at once would take gigabytes with some networks. */
  private static final int BATCH = 256;

  private Parity() {}

  /**
   * What ONNX Runtime answers on the CPU.
   *
   * @param faces N x size x size, 0 to 255
   * @param outputs the heads' names
   * @return for each head N x classes logits
   * @throws IllegalStateException when ONNX Runtime cannot read or run the file
   */
  public static List<float[][]> logits(byte[] onnx, float[] faces, int size, List<String> outputs) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx, options)) {
      return logits(session, faces, size, outputs);
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime cannot run what was exported: " + e.getMessage(), e);
    }
  }

  static List<float[][]> logits(OrtSession session, float[] faces, int size, List<String> outputs)
      throws OrtException {
    int pixels = size * size;
    int count = faces.length / pixels;
    List<float[][]> logits = new ArrayList<>();
    outputs.forEach(output -> logits.add(new float[count][]));
    for (int from = 0; from < count; from += BATCH) {
      int some = Math.min(BATCH, count - from);
      FloatBuffer batch = FloatBuffer.wrap(faces, from * pixels, some * pixels).slice();
      run(session, batch, new long[] {some, 1, size, size}, outputs, logits, from);
    }
    return logits;
  }

  private static void run(
      OrtSession session,
      FloatBuffer batch,
      long[] shape,
      List<String> outputs,
      List<float[][]> logits,
      int from)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor input = OnnxTensor.createTensor(environment, batch, shape);
        OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
      for (int head = 0; head < outputs.size(); head++) {
        float[][] some = (float[][]) result.get(outputs.get(head)).orElseThrow().getValue();
        System.arraycopy(some, 0, logits.get(head), from, some.length);
      }
    }
  }

  /** The largest distance between two sets of answers. */
  public static double distance(List<float[][]> a, List<float[][]> b) {
    double largest = 0;
    for (int head = 0; head < a.size(); head++) {
      for (int face = 0; face < a.get(head).length; face++) {
        for (int c = 0; c < a.get(head)[face].length; c++) {
          double distance = Math.abs(a.get(head)[face][c] - b.get(head)[face][c]);
          largest = Math.max(largest, Double.isNaN(distance) ? Double.MAX_VALUE : distance);
        }
      }
    }
    return largest;
  }
}
