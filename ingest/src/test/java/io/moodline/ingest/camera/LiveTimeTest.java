package io.moodline.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveTimeTest {

  private final FakeClock wall = new FakeClock(1_000_000);
  private long nanos;

  private final LiveTime time = new LiveTime(wall, () -> nanos);

  private long after(long elapsedMs, long wallStepMs) {
    nanos += elapsedMs * 1_000_000;
    wall.ms += elapsedMs + wallStepMs;
    return time.next();
  }

  @Test
  void itIsTheWallClocksTime() {
    assertThat(after(0, 0)).isEqualTo(1_000_000);
    assertThat(after(200, 0)).isEqualTo(1_000_200);
    assertThat(after(200, 5_000)).as("the clock was put forward").isEqualTo(1_005_400);
  }

  @Test
  void aClockThatIsSetBackDoesNotStopTime() {
    assertThat(after(0, 0)).isEqualTo(1_000_000);
    assertThat(after(200, -3_600_000)).isEqualTo(1_000_200);
    assertThat(after(200, 0)).isEqualTo(1_000_400);
    assertThat(after(0, 0)).as("strictly increasing").isEqualTo(1_000_401);
  }
}
