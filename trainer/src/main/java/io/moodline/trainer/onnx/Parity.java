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
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long count = faces.length / ((long) size * size);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(onnx, options);
        OnnxTensor input =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(faces), new long[] {count, 1, size, size});
        OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
      List<float[][]> logits = new ArrayList<>();
      for (String output : outputs) {
        logits.add((float[][]) result.get(output).orElseThrow().getValue());
      }
      return logits;
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime cannot run what was exported: " + e.getMessage(), e);
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
