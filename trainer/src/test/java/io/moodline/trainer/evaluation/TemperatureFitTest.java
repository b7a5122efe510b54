package io.moodline.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TemperatureFitTest {

  @Test
  void aModelThatIsTooSureIsCooledToItsAccuracy() {
    // Logit 4 for the first of two classes, right 3 times in 4: sigmoid(4 / T) = 0.75, so
    // T = 4 / ln 3.
    float[][] logits = {{4, 0}, {4, 0}, {4, 0}, {4, 0}};
    float[][] targets = {{1, 0}, {1, 0}, {1, 0}, {0, 1}};

    TemperatureFit fit = TemperatureFit.of(logits, targets);

    assertThat(fit.temperature()).isCloseTo(4 / Math.log(3), within(1e-4));
    // The entropy of 3 in 4.
    double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
    assertThat(fit.lossAfter()).isCloseTo(entropy, within(1e-9));
    assertThat(fit.lossBefore()).isCloseTo(Math.log1p(Math.exp(-4)) + 1, within(1e-9));
  }

  @Test
  void aModelThatIsAlwaysRightIsMadeAsSureAsIsAllowed() {
    TemperatureFit fit = TemperatureFit.of(new float[][] {{1, 0}}, new float[][] {{1, 0}});
    assertThat(fit.temperature()).isCloseTo(TemperatureFit.MIN, within(1e-4));
  }

  @Test
  void logarithmsOfProbabilitiesAreLogits() {
    float[][] targets = {{0.7f, 0.3f}};
    float[][] logarithms = {{(float) Math.log(0.9), (float) Math.log(0.1)}};
    float[][] logits = {{(float) Math.log(9), 0}};
    assertThat(TemperatureFit.of(logarithms, targets).temperature())
        .isCloseTo(TemperatureFit.of(logits, targets).temperature(), within(1e-4));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertThatThrownBy(() -> TemperatureFit.of(new float[0][], new float[0][]))
        .hasMessage("there is no face to fit a temperature on");
    assertThatThrownBy(() -> TemperatureFit.of(new float[][] {{1, 2}}, new float[][] {{1}}))
        .hasMessage("face 0 has 2 logits, but 1 targets");
    assertThatThrownBy(
            () -> TemperatureFit.of(new float[][] {{1, Float.NaN}}, new float[][] {{1, 0}}))
        .hasMessage("face 0 has the logit NaN");
    assertThatThrownBy(() -> TemperatureFit.of(new float[][] {{1, 2}}, new float[2][2]))
        .hasMessage("there are 1 faces, but targets for 2");
  }

  @Property(tries = 100)
  void noOtherTemperatureIsBetter(
      @ForAll("logits") float[] numbers,
      @ForAll @DoubleRange(min = TemperatureFit.MIN, max = TemperatureFit.MAX) double other) {
    float[][] logits = rows(numbers);
    float[][] targets = {{1, 0, 0}, {0, 0.5f, 0.5f}, {0.2f, 0.3f, 0.5f}, {0, 0, 1}};

    TemperatureFit fit = TemperatureFit.of(logits, targets);

    assertThat(fit.lossAfter())
        .isLessThanOrEqualTo(TemperatureFit.loss(logits, targets, other) + 1e-6);
  }

  @Property(tries = 50)
  void scaledLogitsScaleTheTemperature(@ForAll @DoubleRange(min = 0.3, max = 3) double factor) {
    float[][] targets = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    float[][] logits = {{2, 0, 1}, {1, 0.5f, 0}, {0, -1, 1}};
    float[][] scaled = new float[3][3];
    for (int i = 0; i < 9; i++) {
      scaled[i / 3][i % 3] = (float) (logits[i / 3][i % 3] * factor);
    }
    double one = TemperatureFit.of(logits, targets).temperature();
    assertThat(TemperatureFit.of(scaled, targets).temperature())
        .isCloseTo(one * factor, within(1e-3));
  }

  @Provide
  Arbitrary<float[]> logits() {
    return Arbitraries.floats().between(-6, 6).array(float[].class).ofSize(12);
  }

  private static float[][] rows(float[] numbers) {
    float[][] rows = new float[4][3];
    for (int i = 0; i < numbers.length; i++) {
      rows[i / 3][i % 3] = numbers[i];
    }
    return rows;
  }
}
