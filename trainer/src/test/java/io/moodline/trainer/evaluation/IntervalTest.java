package io.moodline.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void theUsualExample() {
    // R. Newcombe, Statistics in Medicine 17, 1998, table I: 81 of 263 and 0 of 20.
    Interval some = Interval.wilson(81, 263);
    assertThat(some.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(some.high()).isCloseTo(0.3662, within(5e-5));
    Interval none = Interval.wilson(0, 20);
    assertThat(none.low()).isCloseTo(0, within(1e-12));
    assertThat(none.high()).isCloseTo(0.1611, within(5e-5));
  }

  @Test
  void nothingSaysNothing() {
    assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
    assertThatThrownBy(() -> Interval.wilson(3, 2)).hasMessage("3 of 2 is no share");
  }

  @Property(tries = 300)
  void theShareIsWithinAndWrongIsTheMirrorOfRight(
      @ForAll @IntRange(max = 5000) int right, @ForAll @IntRange(max = 5000) int wrong) {
    int all = right + wrong;
    Interval interval = Interval.wilson(right, all);
    Interval mirrored = Interval.wilson(wrong, all);
    double share = all == 0 ? 0.5 : (double) right / all;
    assertThat(share).isBetween(interval.low() - 1e-12, interval.high() + 1e-12);
    assertThat(mirrored.low()).isCloseTo(1 - interval.high(), within(1e-9));
    assertThat(mirrored.high()).isCloseTo(1 - interval.low(), within(1e-9));
  }
}
