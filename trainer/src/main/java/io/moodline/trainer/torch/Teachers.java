package io.moodline.trainer.torch;

import java.util.ArrayList;
import java.util.List;
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
 * @param networks the teachers, which have the learner's heads and belong to the caller
 */
record Teachers(List<TorchNetwork> networks) {

  /** Each head's mean probabilities, N x classes. */
  List<Tensor> answers(Tensor faces) {
    try (NoGradGuard guard = new NoGradGuard()) {
      List<Tensor> sums = new ArrayList<>();
      for (TorchNetwork network : networks) {
        List<Tensor> logits = network.forward(faces, false);
        for (int head = 0; head < logits.size(); head++) {
          Tensor answer = torch.softmax(logits.get(head).to(torch.ScalarType.Float), 1);
          if (sums.size() == head) {
            sums.add(answer);
          } else {
            sums.set(head, sums.get(head).add(answer));
          }
        }
      }
      sums.replaceAll(sum -> sum.div(new Scalar(networks.size())));
      return sums;
    }
  }
}
