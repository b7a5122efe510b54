package io.moodline.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConfidenceFitTest {

  private static final int CLASSES = 5;
  private static final int FACES = 4000;

  private final SplittableRandom random = new SplittableRandom(3);
  private final float[][] logits = new float[FACES][CLASSES];
  private final float[][] targets = new float[FACES][CLASSES];

  /**
   * A model that means the probabilities by which its targets are drawn, and answers the logarithms
   * of what smoothing makes of them, times {@code sharpness}.
   */
  private void answers(double smoothing, double sharpness) {
    for (int face = 0; face < FACES; face++) {
      double[] meant = new double[CLASSES];
      double total = 0;
      for (int i = 0; i < CLASSES; i++) {
        meant[i] = Math.exp(3 * random.nextGaussian());
        total += meant[i];
      }
      double drawn = random.nextDouble() * total;
      int target = 0;
      for (double sum = meant[0]; sum < drawn; sum += meant[target]) {
        target++;
      }
      targets[face][target] = 1;
      for (int i = 0; i < CLASSES; i++) {
        double said = (1 - smoothing) * meant[i] / total + smoothing / CLASSES;
        logits[face][i] = (float) (sharpness * Math.log(said));
      }
    }
  }

  @Test
  void findsTheSmoothingAndTheTemperatureThatAModelHas() {
    answers(0.2, 2);
    ConfidenceFit fit = ConfidenceFit.of(logits, targets);
    assertThat(fit.smoothing()).isCloseTo(0.2, within(0.05));
    assertThat(fit.temperature()).isCloseTo(2, within(0.2));
    assertThat(fit.loss()).isLessThan(TemperatureFit.of(logits, targets).lossAfter() - 0.01);
  }

  @Test
  void takesNextToNothingOffAModelThatIsHonest() {
    answers(0, 1);
    ConfidenceFit fit = ConfidenceFit.of(logits, targets);
    assertThat(fit.smoothing()).isLessThanOrEqualTo(0.02);
    assertThat(fit.temperature()).isCloseTo(1, within(0.1));
  }

  @Test
  void isNoWorseThanTheTemperatureAlone() {
    answers(0.05, 0.7);
    assertThat(ConfidenceFit.of(logits, targets).loss())
        .isLessThanOrEqualTo(TemperatureFit.of(logits, targets).lossAfter());
  }

  @Test
  void refusesWhatCannotBeFitted() {
    assertThatThrownBy(() -> ConfidenceFit.of(new float[0][], new float[0][]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
