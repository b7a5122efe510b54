package io.moodline.aggregator.moment;

import static io.moodline.aggregator.moment.CameraDown.Sign.DOWN;
import static io.moodline.aggregator.moment.CameraDown.Sign.TRYING;
import static io.moodline.aggregator.moment.CameraDown.Sign.UP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CameraDownTest {

  private final CameraDown down = new CameraDown(10_000, CameraDown.State.NONE);

  @Test
  void longerThanTheLimitOnce() {
    down.status(DOWN, 1_000);
    assertThat(down.check(11_000)).isFalse();
    assertThat(down.check(11_001)).isTrue();
    assertThat(down.check(99_000)).isFalse();
  }

  @Test
  void tryingInBetweenDoesNotEndIt() {
    down.status(DOWN, 1_000);
    down.status(TRYING, 6_000);
    down.status(DOWN, 8_000);
    assertThat(down.check(11_001)).isTrue();
  }

  @Test
  void streamingEndsItAndTheNextTimeCounts() {
    down.status(DOWN, 1_000);
    down.status(UP, 5_000);
    assertThat(down.check(60_000)).isFalse();
    down.status(TRYING, 60_000);
    assertThat(down.check(90_000))
        .as("never up since: still connecting for the first time")
        .isFalse();
    down.status(DOWN, 90_000);
    assertThat(down.check(100_001)).isTrue();
  }
}
