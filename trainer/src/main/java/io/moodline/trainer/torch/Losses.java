package io.moodline.trainer.torch;

import io.moodline.trainer.training.LossKind;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** How wrong answers are. */
final class Losses {

  private Losses() {}

  /**
   * The mean loss over those faces that have a weight.
   *
   * @param logits N x classes
   * @param targets N x classes, shares that sum to 1
   * @param weights N; 0 for a face without this label
   */
  static Tensor loss(LossKind kind, Tensor logits, Tensor targets, Tensor weights) {
    Tensor faces =
        switch (kind) {
          case CROSS_ENTROPY -> sum(targets.mul(torch.log_softmax(logits, 1))).neg();
          case MEAN_SQUARED -> sum(torch.softmax(logits, 1).sub(targets).square());
          case SQUARED_HINGE -> sum(hinge(logits, targets).square());
        };
    return faces.mul(weights).sum().div(weights.sum().clamp_min(new Scalar(1e-6)));
  }

  /** max(0, 1 - y z) with y from -1 (share 0) to 1 (share 1). */
  private static Tensor hinge(Tensor logits, Tensor targets) {
    Tensor signs = targets.mul(new Scalar(2)).sub(new Scalar(1));
    return signs.mul(logits).neg().add(new Scalar(1)).clamp_min(new Scalar(0));
  }

  private static Tensor sum(Tensor perClass) {
    return perClass.sum(new long[] {1}, false, new ScalarTypeOptional());
  }
}
