package io.moodline.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FrameRhythmTest {

  @Test
  void evenFramesComeAtMultiples() {
    FrameRhythm rhythm = FrameRhythm.every(200);
    assertThat(rhythm.atOrAfter(1_000)).isEqualTo(1_000);
    assertThat(rhythm.atOrAfter(1_001)).isEqualTo(1_200);
  }

  @Test
  void aBurstEndsAndTheNextPeriodBeginsWithOne() {
    // Frames at 5, 1005 and 2005 of every 20 s: the burst lasts until 3005, which it excludes.
    FrameRhythm rhythm = new FrameRhythm(1_000, 3_000, 20_000, 5);
    assertThat(rhythm.atOrAfter(0)).isEqualTo(5);
    assertThat(rhythm.atOrAfter(6)).isEqualTo(1_005);
    assertThat(rhythm.atOrAfter(2_005)).isEqualTo(2_005);
    assertThat(rhythm.atOrAfter(2_006)).isEqualTo(20_005);
  }

  @Property
  void theNextFrameIsOfTheRhythmAndNoneIsSkipped(
      @ForAll @LongRange(min = 0, max = 2_000_000) long ms,
      @ForAll @LongRange(min = 1, max = 5_000) long frame,
      @ForAll @LongRange(min = 0, max = 5_000) long longerBurst,
      @ForAll @LongRange(min = 0, max = 50_000) long pause,
      @ForAll @LongRange(min = 0, max = 100_000) long phase) {
    long burst = frame + longerBurst;
    FrameRhythm rhythm = new FrameRhythm(frame, burst, burst + pause, phase);
    long next = rhythm.atOrAfter(ms);
    assertThat(isFrame(rhythm, next)).isTrue();
    for (long between = ms; between < next; between++) {
      assertThat(isFrame(rhythm, between)).as("a frame at %d before %d", between, next).isFalse();
    }
  }

  private static boolean isFrame(FrameRhythm rhythm, long ms) {
    long within = Math.floorMod(ms - rhythm.phaseMs(), rhythm.periodMs());
    return within < rhythm.burstMs() && within % rhythm.frameMs() == 0;
  }

  @Test
  void aBurstShorterThanAFrameIsRefused() {
    assertThatThrownBy(() -> new FrameRhythm(1_000, 500, 20_000, 0))
        .hasMessage("burstMs is 500, but must be at least frameMs, which is 1000");
  }
}
