package io.moodline.trainer.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.trainer.training.LossKind;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** Worked by hand: two faces, two classes; the softmax of (ln 3, 0) is (0.75, 0.25). */
class LossesTest {

  private static final float[] LOGITS = {(float) Math.log(3), 0, 0, 0};
  private static final float[] TARGETS = {1, 0, 0.5f, 0.5f};

  @Test
  void crossEntropy() {
    // -ln 0.75 = 0.28768; -(0.5 ln 0.5 + 0.5 ln 0.5) = 0.69315
    assertThat(loss(LossKind.CROSS_ENTROPY, 1, 1)).isCloseTo(0.490413, within(1e-5));
  }

  @Test
  void meanSquared() {
    // (0.75 - 1)^2 + 0.25^2 = 0.125; 0
    assertThat(loss(LossKind.MEAN_SQUARED, 1, 1)).isCloseTo(0.0625, within(1e-6));
  }

  @Test
  void squaredHinge() {
    // y = (1, -1): max(0, 1 - ln 3)^2 + 1^2 = 1; y = (0, 0): 1 + 1
    assertThat(loss(LossKind.SQUARED_HINGE, 1, 1)).isCloseTo(1.5, within(1e-6));
  }

  @Test
  void facesCountByTheirWeightAndThoseWithoutALabelNotAtAll() {
    assertThat(loss(LossKind.MEAN_SQUARED, 3, 1)).isCloseTo(0.125 * 3 / 4, within(1e-6));
    assertThat(loss(LossKind.CROSS_ENTROPY, 2, 0)).isCloseTo(0.287682, within(1e-5));
    assertThat(loss(LossKind.CROSS_ENTROPY, 0, 0)).isZero();
  }

  private static double loss(LossKind kind, float... weights) {
    try (PointerScope scope = new PointerScope()) {
      Tensor logits = tensor(LOGITS, 2, 2);
      return Losses.loss(kind, logits, tensor(TARGETS, 2, 2), tensor(weights, 2)).item_float();
    }
  }

  private static Tensor tensor(float[] numbers, long... shape) {
    return torch.from_blob(new FloatPointer(numbers), shape).clone();
  }
}
