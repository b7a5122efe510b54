package io.moodline.ingest.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FrameSamplerTest {

  @Property
  void theRateDoesNotDrift(@ForAll @DoubleRange(min = 1, max = 30) double targetFps) {
    FrameSampler sampler = new FrameSampler(targetFps);
    // A 30 fps camera for 100 seconds.
    long taken =
        DoubleStream.iterate(0, ms -> ms < 100_000, ms -> ms + 1000.0 / 30)
            .filter(sampler::take)
            .count();
    assertThat((double) taken).isCloseTo(targetFps * 100, within(2.0));
  }

  @Test
  void aSlowerSourceIsTakenWhole() {
    FrameSampler sampler = new FrameSampler(10);
    for (int ms = 0; ms < 5000; ms += 500) {
      assertThat(sampler.take(ms)).isTrue();
    }
  }

  @Test
  void noBurstAfterAGap() {
    FrameSampler sampler = new FrameSampler(5);
    assertThat(sampler.take(0)).isTrue();
    assertThat(sampler.take(60_000)).isTrue();
    assertThat(sampler.take(60_010)).isFalse();
    assertThat(sampler.take(60_199)).isFalse();
    assertThat(sampler.take(60_200)).isTrue();
  }

  @Test
  void aRateOfNothingIsRefused() {
    assertThatThrownBy(() -> new FrameSampler(0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new FrameSampler(Double.NaN)).hasMessageContaining("above 0");
  }
}
