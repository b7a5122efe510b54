package io.moodline.detector.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisFilterTest {

  @Test
  void predictsByHand() {
    // Settling in 2 s, after 2 ln 2 s: half of the speed is left, and it has gone 1 s's way.
    AxisFilter then = new AxisFilter(10, 3, 4, 1, 5).predict(2 * Math.log(2), 3, 2);

    assertThat(then.position()).isCloseTo(13, within(1e-9));
    assertThat(then.velocity()).isCloseTo(1.5, within(1e-9));
    // 4 + 2*1*1 + 1*1*5 + 3 * 2*2*(2 ln 2 - 2*1 + 2/2*(1 - 1/4)).
    assertThat(then.positionVariance()).isCloseTo(11 + 12 * (2 * Math.log(2) - 1.25), within(1e-9));
    // 1/2*(1 + 1*5) + 3/2*1*1; 1/4*5 + 3*2/2*(1 - 1/4).
    assertThat(then.covariance()).isCloseTo(4.5, within(1e-9));
    assertThat(then.velocityVariance()).isCloseTo(3.5, within(1e-9));
  }

  @Test
  void withoutSettlingTheVelocityIsNearlyConstant() {
    // Two seconds on: 10 + 2*3; 4 + 2*2*1 + 4*5 + 3*8/3; 1 + 2*5 + 3*4/2; 5 + 3*2.
    AxisFilter then = new AxisFilter(10, 3, 4, 1, 5).predict(2, 3, 1e4);

    assertThat(then.position()).isCloseTo(16, within(2e-2));
    assertThat(then.positionVariance()).isCloseTo(36, within(2e-2));
    assertThat(then.covariance()).isCloseTo(17, within(2e-2));
    assertThat(then.velocityVariance()).isCloseTo(11, within(2e-2));
  }

  @Test
  void updatesByHand() {
    // Gains 3/4 and 2/4, surprise 8.
    assertThat(new AxisFilter(10, 1, 3, 2, 5).update(18, 1))
        .isEqualTo(new AxisFilter(16, 5, 0.75, 0.5, 4));
  }

  @Test
  void learnsAConstantVelocityWhateverTheFrameRate() {
    AxisFilter filter = AxisFilter.at(0, 1, 10_000);
    double time = 0;
    for (double step : new double[] {0.2, 0.04, 0.4, 0.1, 0.2, 0.03, 0.5}) {
      time += step;
      filter = filter.predict(step, 10, 100).update(50 * time, 1);
    }

    assertThat(filter.velocity()).isCloseTo(50, within(2.0));
    assertThat(filter.position()).isCloseTo(50 * time, within(1.0));
  }

  @Property
  void oneStepIsAsGoodAsTwo(
      @ForAll @DoubleRange(min = 0, max = 3) double first,
      @ForAll @DoubleRange(min = 0, max = 3) double second) {
    AxisFilter start = new AxisFilter(10, -7, 4, 1, 5);

    AxisFilter once = start.predict(first + second, 2, 0.7);
    AxisFilter twice = start.predict(first, 2, 0.7).predict(second, 2, 0.7);

    assertThat(twice.position()).isCloseTo(once.position(), within(1e-9));
    assertThat(twice.positionVariance()).isCloseTo(once.positionVariance(), within(1e-9));
    assertThat(twice.covariance()).isCloseTo(once.covariance(), within(1e-9));
    assertThat(twice.velocityVariance()).isCloseTo(once.velocityVariance(), within(1e-9));
  }
}
