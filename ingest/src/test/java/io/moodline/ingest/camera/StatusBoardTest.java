package io.moodline.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Camera;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StatusBoardTest {

  private final FakeClock wall = new FakeClock(1_700_000_000_000L);
  private long nanos;

  private final StatusBoard board =
      new StatusBoard(
          Camera.newBuilder()
              .setId("door")
              .setSite("city")
              .setName("Door")
              .setSource("demo")
              .setUpdatedAtMs(1)
              .build(),
          wall.ms,
          wall,
          () -> nanos);

  private void capture(int frames, long everyMs) {
    for (int i = 0; i < frames; i++) {
      wall.ms += everyMs;
      nanos += TimeUnit.MILLISECONDS.toNanos(everyMs);
      board.captured(0);
    }
  }

  @Test
  void aWallClockThatIsSetBackDoesNotChangeTheRate() {
    capture(50, 200);
    assertThat(board.snapshot(50, 0).getFps()).isEqualTo(5);
    wall.ms -= TimeUnit.HOURS.toMillis(1);
    capture(50, 200);
    assertThat(board.snapshot(100, 0).getFps()).isEqualTo(5);
  }
}
