package io.moodline.classifier.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.moodline.classifier.model.ModelCard;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Input and output tensors for one number of faces, views of the buffers of their model. ONNX
 * Runtime reads and writes those buffers in place: nothing is copied, nothing allocated per call.
 */
final class Batch implements AutoCloseable {

  private final OnnxTensor input;
  private final OnnxTensor output;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  /**
   * @param in direct, in native byte order (another would be read as garbage), with room for {@code
   *     faces} faces
   * @param out the same for the model's answers
   */
  Batch(OrtEnvironment environment, ModelCard card, int faces, FloatBuffer in, FloatBuffer out)
      throws OrtException {
    input =
        OnnxTensor.createTensor(
            environment, in.slice(0, faces * card.input().elements()), card.input().shape(faces));
    try {
      output =
          OnnxTensor.createTensor(
              environment,
              out.slice(0, faces * card.outputs()),
              new long[] {faces, card.outputs()});
    } catch (OrtException | RuntimeException e) {
      input.close();
      throw e;
    }
    inputs = Map.of(card.input().name(), input);
    outputs = Map.of(card.output().name(), output);
  }

  Map<String, OnnxTensor> inputs() {
    return inputs;
  }

  Map<String, OnnxTensor> outputs() {
    return outputs;
  }

  @Override
  public void close() {
    input.close();
    output.close();
  }
}
