package io.moodline.trainer.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.moodline.trainer.training.Teacher;
import java.util.List;

/**
 * An exported model as a teacher: of a training whose checkpoints are gone, or of several that
 * answer together, in 8 bits when it was exported so. For one thread; whoever opened it closes it.
 */
public final class OnnxTeacher implements Teacher, AutoCloseable {

  private final OrtSession session;
  private final List<String> outputs;

  private OnnxTeacher(OrtSession session, List<String> outputs) {
    this.session = session;
    this.outputs = List.copyOf(outputs);
  }

  /**
   * Opens a model that was exported by {@link OnnxExport}.
   *
   * @param outputs the graph's outputs, in the order of the learner's heads
   * @param threads that it computes with
   * @throws IllegalStateException when ONNX Runtime cannot read it
   */
  public static OnnxTeacher open(byte[] onnx, List<String> outputs, int threads) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      // Between two batches its threads would burn the cores that the learner needs.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return new OnnxTeacher(OrtEnvironment.getEnvironment().createSession(onnx, options), outputs);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot read a teacher: " + e.getMessage(), e);
    }
  }

  @Override
  public List<float[][]> logits(float[] faces, int size) {
    try {
      return Parity.logits(session, faces, size, outputs);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot run a teacher: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a teacher cannot be closed: " + e.getMessage(), e);
    }
  }
}
