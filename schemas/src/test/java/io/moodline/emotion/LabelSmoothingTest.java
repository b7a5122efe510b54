package io.moodline.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LabelSmoothingTest {

  @Test
  void whatWasSpreadIsTakenOff() {
    // 0.9 x (0.8, 0.2, 0, 0) + 0.1 / 4 each.
    double[] p = {0.745, 0.205, 0.025, 0.025};
    LabelSmoothing.undo(p, 0.1);
    // The last two keep 0.025 / 40 each: 0.72, 0.18, 0.000625, 0.000625, of 0.90125.
    assertThat(p[0]).isCloseTo(0.79889, within(1e-5));
    assertThat(p[1]).isCloseTo(0.19972, within(1e-5));
    assertThat(p[2]).isCloseTo(0.00069, within(1e-5));
    assertThat(p[3]).isEqualTo(p[2]);
  }

  @Test
  void noSmoothingChangesNothing() {
    double[] p = {0.7, 0.3};
    LabelSmoothing.undo(p, 0);
    assertThat(p).containsExactly(0.7, 0.3);
  }

  @Property
  void answersSumToOneAndKeepTheirOrder(
      @ForAll @Size(min = 2, max = 9) double[] numbers,
      @ForAll @DoubleRange(min = 0, max = 0.9) double smoothing) {
    double[] p = Arrays.stream(numbers).map(x -> Math.exp(Math.max(-9, Math.min(9, x)))).toArray();
    double total = Arrays.stream(p).sum();
    for (int i = 0; i < p.length; i++) {
      p[i] /= total;
    }
    double[] before = p.clone();
    LabelSmoothing.undo(p, smoothing);
    assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-9));
    for (int i = 0; i < p.length; i++) {
      assertThat(p[i]).isPositive();
      for (int k = 0; k < p.length; k++) {
        if (before[i] > before[k] * (1 + 1e-9)) {
          assertThat(p[i]).isGreaterThan(p[k]);
        }
      }
    }
  }
}
