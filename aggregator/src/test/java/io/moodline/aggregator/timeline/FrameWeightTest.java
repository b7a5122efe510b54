package io.moodline.aggregator.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class FrameWeightTest {

  @Test
  void aLargeSharpFaceSeenFromTheFrontCountsInFull() {
    assertThat(FrameWeight.of(48, 100f, 0f)).isEqualTo(1);
    assertThat(FrameWeight.of(300, 900f, 0f)).isEqualTo(1);
  }

  @Test
  void eachShortcomingCounts() {
    // 36 of 48 pixels: 0.75. Sharpness 20 of 100: 0.2. Turned by 60 degrees: half of the face.
    assertThat(FrameWeight.of(36, 100f, 0f)).isEqualTo(0.75);
    assertThat(FrameWeight.of(48, 20f, 0f)).isCloseTo(0.2, within(1e-7));
    assertThat(FrameWeight.of(48, 100f, -60f)).isCloseTo(0.5, within(1e-9));
    assertThat(FrameWeight.of(36, 20f, 60f)).isCloseTo(0.075, within(1e-7));
  }

  @Test
  void whatIsNotKnownChangesNothing() {
    assertThat(FrameWeight.of(36, null, null)).isEqualTo(0.75);
    assertThat(FrameWeight.of(36, null, 60f)).isCloseTo(0.375, within(1e-9));
  }

  @Property
  void itIsNeverNothingAndNeverMoreThanOne(
      @ForAll @FloatRange(min = -10, max = 5_000) float side,
      @ForAll float sharpness,
      @ForAll float yaw) {
    assertThat(FrameWeight.of(side, sharpness, yaw)).isBetween(0.01, 1.0);
    assertThat(FrameWeight.of(side, Float.NaN, Float.NaN)).isEqualTo(0.01);
  }
}
