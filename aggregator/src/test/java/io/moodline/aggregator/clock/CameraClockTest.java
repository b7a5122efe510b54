package io.moodline.aggregator.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CameraClockTest {

  private static final long PATIENCE = 10_000;
  private final CameraClock clock = new CameraClock();

  private void outcome(long at, int faces) {
    clock.advance(1, at, 0);
    clock.expect(1, at, faces, PATIENCE);
  }

  private void event(long at) {
    clock.advance(1, at, 0);
    clock.received(1, at, PATIENCE);
  }

  @Test
  void itStandsAtTheFirstFrameThatLacksSomething() {
    outcome(1_000, 2);
    outcome(2_000, 0);
    event(1_000);
    assertThat(clock.nowMs()).isEqualTo(1_000);
    event(1_000);
    assertThat(clock.nowMs()).isEqualTo(2_000);
    event(3_000);
    outcome(4_000, 0);
    assertThat(clock.nowMs()).as("the outcome of 3000 is to come").isEqualTo(3_000);
    outcome(3_000, 1);
    assertThat(clock.nowMs()).isEqualTo(4_000);
    assertThat(clock.isWaiting()).isFalse();
  }

  @Test
  void itDoesNotWaitForEver() {
    outcome(1_000, 1);
    outcome(11_000, 0);
    assertThat(clock.nowMs()).isEqualTo(1_000);
    outcome(11_001, 1);
    assertThat(clock.nowMs()).isEqualTo(11_001);
  }

  @Test
  void onlyANewSessionTurnsItBack() {
    assertThat(clock.advance(5, 10_000, 0)).isFalse();
    assertThat(clock.advance(5, 9_000, 0)).as("out of order").isFalse();
    assertThat(clock.advance(4, 20_000, 0)).as("an older session").isFalse();
    assertThat(clock.nowMs()).isEqualTo(10_000);
    assertThat(clock.advance(6, 11_000, 0)).as("forward").isFalse();
    assertThat(clock.advance(7, 500, 0)).isTrue();
    assertThat(clock.nowMs()).isEqualTo(500);
  }

  @Test
  void beforeTheFirstRecordItIsNever() {
    assertThat(clock.nowMs()).isEqualTo(CameraClock.NEVER);
  }
}
