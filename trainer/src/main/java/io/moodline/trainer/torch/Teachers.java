package io.moodline.trainer.torch;

import io.moodline.trainer.training.Batch;
import io.moodline.trainer.training.Teacher;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Trained networks that a new one learns from: it is shown what they answer, on average, to the
 * very faces that it sees. From G. Hinton and others, "Distilling the Knowledge in a Neural
 * Network", 2015, and L. Beyer and others, "Knowledge distillation: A good teacher is patient and
 * consistent", 2022.
 *
 * @param networks teachers that have the learner's heads and belong to the caller
 * @param models other teachers, which belong to the caller, too
 */
record Teachers(List<TorchNetwork> networks, List<Teacher> models) {

  /**
   * What the models among them answer to a batch; ahead of the learner's step, on another thread.
   *
   * @param size that the learner's network sees faces in, pixels
   */
  List<List<float[][]>> told(Batch batch, int size) {
    if (models.isEmpty()) {
      return List.of();
    }
    float[] faces = Judge.input(batch.faces(), batch.size(), size);
    return models.stream().map(model -> model.logits(faces, size)).toList();
  }

  /**
   * Each head's mean probabilities, N x classes.
   *
   * @param faces N x 1 x size x size
   * @param told what the models answer to them
   */
  List<Tensor> answers(Tensor faces, List<List<float[][]>> told) {
    try (NoGradGuard guard = new NoGradGuard()) {
      List<Tensor> sums = new ArrayList<>();
      for (TorchNetwork network : networks) {
        add(sums, network.forward(faces, false));
      }
      told.forEach(heads -> add(sums, tensors(heads)));
      sums.replaceAll(sum -> sum.div(new Scalar(networks.size() + told.size())));
      return sums;
    }
  }

  private static void add(List<Tensor> sums, List<Tensor> logits) {
    for (int head = 0; head < logits.size(); head++) {
      Tensor answer = torch.softmax(logits.get(head).to(torch.ScalarType.Float), 1);
      if (sums.size() == head) {
        sums.add(answer);
      } else {
        sums.set(head, sums.get(head).add(answer));
      }
    }
  }

  private static List<Tensor> tensors(List<float[][]> heads) {
    return heads.stream().map(Teachers::tensor).toList();
  }

  private static Tensor tensor(float[][] rows) {
    FloatBuffer flat = FloatBuffer.allocate(rows.length * rows[0].length);
    for (float[] row : rows) {
      flat.put(row);
    }
    return torch.from_blob(new FloatPointer(flat.array()), rows.length, rows[0].length).clone();
  }
}
