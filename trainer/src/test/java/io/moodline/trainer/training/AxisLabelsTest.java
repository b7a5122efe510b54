package io.moodline.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisLabelsTest {

  @Test
  void numbersAreRound() {
    // Steps above 0.21 / 6 = 0.035: 0.05.
    assertThat(texts(0.612, 0.822)).containsExactly("0.65", "0.70", "0.75", "0.80");
    // Above 0.2: 0.5.
    assertThat(texts(0.9, 2.1)).containsExactly("1.0", "1.5", "2.0");
    // Above 1.0: 2.
    assertThat(texts(-0.5, 5.5)).containsExactly("0", "2", "4");
    // Above 0.00033: 0.0005.
    assertThat(texts(0.999, 1.001))
        .containsExactly("0.9990", "0.9995", "1.0000", "1.0005", "1.0010");
    // Above 50: 100.
    assertThat(texts(10, 310)).containsExactly("100", "200", "300");
  }

  @Property
  void thereAreSomeAndNotTooMany(
      @ForAll @DoubleRange(min = -100, max = 100) double least,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double length) {
    AxisLabels axis = AxisLabels.of(least, least + length, 6);

    assertThat(axis.values()).hasSizeBetween(1, 7);
    assertThat(axis.values().stream().map(axis::text)).doesNotHaveDuplicates();
    assertThat(axis.values())
        .allSatisfy(value -> assertThat(value).isBetween(least - 1e-6, least + length + 1e-6));
  }

  private static List<String> texts(double least, double most) {
    AxisLabels axis = AxisLabels.of(least, most, 6);
    return axis.values().stream().map(axis::text).toList();
  }
}
