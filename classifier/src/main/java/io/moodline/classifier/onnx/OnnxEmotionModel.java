package io.moodline.classifier.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.ModelCard;
import io.moodline.classifier.model.ModelException;
import io.moodline.classifier.model.Postprocessing;
import io.moodline.classifier.model.Preprocessing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A model in ONNX Runtime: one session with its buffers and tensors, all freed by {@link #close()}.
 * For one thread: its buffers are reused at each call.
 */
final class OnnxEmotionModel implements EmotionModel {

  private final LoadedModel model;
  private final ModelCard card;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final BatchSizes sizes;
  private final Preprocessing preprocessing;
  private final Postprocessing postprocessing;
  private final FloatBuffer in;
  private final FloatBuffer out;
  private final Batch[] batches;
  private boolean closed;

  /**
   * @param session owned from now on
   * @param sizes of the batches that are run
   */
  OnnxEmotionModel(
      LoadedModel model, OrtEnvironment environment, OrtSession session, BatchSizes sizes) {
    this.model = model;
    this.card = model.card();
    this.environment = environment;
    this.session = session;
    this.sizes = sizes;
    this.preprocessing = new Preprocessing(card.input());
    this.postprocessing = new Postprocessing(card);
    this.in = floats(sizes.most() * card.input().elements());
    this.out = floats(sizes.most() * card.outputs());
    this.batches = new Batch[sizes.most() + 1];
  }

  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public List<float[]> probabilities(List<FaceCrop> faces) {
    return outputs(faces).stream().map(postprocessing::probabilities).toList();
  }

  /** What the model itself gives for each face, as many numbers as there are labels. */
  List<float[]> outputs(List<FaceCrop> faces) {
    if (closed) {
      throw new IllegalStateException("model " + card.name() + " is closed");
    }
    List<float[]> all = new ArrayList<>(faces.size());
    for (int from = 0; from < faces.size(); from += sizes.most()) {
      runBatch(faces.subList(from, Math.min(faces.size(), from + sizes.most())), all);
    }
    return all;
  }

  private void runBatch(List<FaceCrop> faces, List<float[]> all) {
    for (int i = 0; i < faces.size(); i++) {
      preprocessing.write(faces.get(i), in, i * card.input().elements());
    }
    try {
      Batch batch = batch(sizes.atLeast(faces.size()));
      session.run(batch.inputs(), batch.outputs()).close();
    } catch (OrtException e) {
      throw new ModelException(
          model.origin() + ": fails on " + faces.size() + " faces: " + e.getMessage(), e);
    }
    for (int i = 0; i < faces.size(); i++) {
      float[] one = new float[card.outputs()];
      out.get(i * one.length, one);
      all.add(one);
    }
  }

  private Batch batch(int faces) throws OrtException {
    if (batches[faces] == null) {
      batches[faces] = new Batch(environment, card, faces, in, out);
    }
    return batches[faces];
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (Batch batch : batches) {
      if (batch != null) {
        batch.close();
      }
    }
    try {
      session.close();
    } catch (OrtException e) {
      throw new ModelException(model.origin() + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
