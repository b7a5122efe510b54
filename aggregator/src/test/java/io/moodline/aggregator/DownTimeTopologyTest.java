package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Trend;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Time in which cameras were down, from what ingest says of them and from its silence. */
class DownTimeTopologyTest extends RollUps {

  @Test
  void timeDownIsCountedInWindowsThatTheWallClockCloses() {
    register("door", "north");
    long from = Pipeline.WALL + 3_000;
    status("door", CameraState.RECONNECTING, from);
    pipeline.wait(Duration.ofSeconds(65));
    // Down from second 3 on; the first window has 7 of its seconds, the next ones all.
    assertThat(published("CAMERA/door", 10_000, Pipeline.WALL).getDownMs()).isEqualTo(7_000);
    Trend second = published("CAMERA/door", 10_000, Pipeline.WALL + 10_000);
    assertThat(second.getDownMs()).isEqualTo(10_000);
    assertThat(second.getFrames()).isZero();
    pipeline.wait(Duration.ofSeconds(7));
    status("door", CameraState.STREAMING, Pipeline.WALL + 72_000);
    pipeline.wait(Duration.ofSeconds(12));
    assertThat(published("CAMERA/door", 10_000, Pipeline.WALL + 70_000).getDownMs())
        .isEqualTo(2_000);
    long minute = Math.floorDiv(Pipeline.WALL, 60_000L) * 60_000;
    long inMinutes =
        published("SITE/north", 60_000, minute).getDownMs()
            + published("SITE/north", 60_000, minute + 60_000).getDownMs();
    assertThat(inMinutes).isEqualTo(69_000);
    long hour = Pipeline.WALL - Pipeline.WALL % HOUR;
    assertThat(stored(StoreNames.SITE_TRENDS, "SITE/*", HOUR, hour).getDownMs()).isEqualTo(69_000);
  }

  private void status(String camera, CameraState state, long at) {
    pipeline.statuses.pipeInput(camera, Records.status(camera, state, at, at, 0));
  }

  @Test
  void aCameraThatIngestSaysNothingOfIsDownSinceItsLastSign() {
    register("door", "north");
    status("door", CameraState.STREAMING, Pipeline.WALL);
    pipeline.wait(Duration.ofSeconds(14));
    assertThat(pipeline.trends.isEmpty()).isTrue();
    pipeline.wait(Duration.ofSeconds(10));
    assertThat(published("CAMERA/door", 10_000, Pipeline.WALL).getDownMs()).isEqualTo(10_000);
  }

  @Test
  void aRecordingARemovedCameraAndOneWhoseFramesComeAreNotDown() {
    CameraStatus recording =
        CameraStatus.newBuilder(
                Records.status("film", CameraState.RECONNECTING, 1, Pipeline.WALL, 0))
            .setDurationMs(60_000)
            .build();
    register("film", "north");
    pipeline.statuses.pipeInput("film", recording);
    status("gone", CameraState.FAILED, Pipeline.WALL);
    register("door", "north");
    status("door", CameraState.STREAMING, Pipeline.WALL);
    for (int second = 0; second < 60; second++) {
      frame("door", Pipeline.WALL + second * 1_000, 0);
      pipeline.wait(Duration.ofSeconds(1));
    }
    latest.putAll(pipeline.trends.readKeyValuesToMap());
    assertThat(latest).isNotEmpty();
    assertThat(latest.values()).allMatch(trend -> trend.getDownMs() == 0);
  }

  /** Down time of everything in the hour of the wall clock and the one before it. */
  private long downMs() {
    latest.putAll(pipeline.trends.readKeyValuesToMap());
    return latest.values().stream()
        .filter(trend -> trend.getId().equals("*") && trend.getWindowMs() == 10_000)
        .mapToLong(Trend::getDownMs)
        .sum();
  }

  private void status(String camera, CameraState state, long since, long updated) {
    CameraStatus status =
        CameraStatus.newBuilder(Records.status(camera, state, 1, since, 0))
            .setUpdatedAtMs(updated)
            .build();
    pipeline.statuses.pipeInput(camera, status);
  }

  @Test
  void whatLagsBehindIsNotDown() {
    // This service was away for five minutes and reads on where it was: a frame and a status that
    // are five minutes old, every second.
    register("door", "north");
    register("quiet", "north");
    for (int second = 0; second < 40; second++) {
      long then = Pipeline.WALL - 300_000 + second * 1_000;
      frame("door", then, 0);
      status("door", CameraState.STREAMING, then - 600_000, then - 60_000);
      status("quiet", CameraState.STREAMING, then - 600_000, then);
      pipeline.wait(Duration.ofSeconds(1));
    }
    pipeline.wait(Duration.ofSeconds(13));
    assertThat(downMs()).isZero();
  }

  @Test
  void aRestoredStateIsBelievedUpToWhenItWasWritten() {
    // Down from 300 s to 240 s before this service began; no one knows whether it is now.
    register("door", "north");
    status("door", CameraState.RECONNECTING, Pipeline.WALL - 300_000, Pipeline.WALL - 240_000);
    pipeline.wait(Duration.ofSeconds(10));
    status("door", CameraState.STREAMING, Pipeline.WALL - 235_000, Pipeline.WALL + 9_000);
    pipeline.wait(Duration.ofSeconds(5));
    // The five seconds to when it streamed again, too.
    assertThat(downMs()).isEqualTo(65_000);
  }

  @Test
  void aStateOfLongAgoSaysNothingOfTheLastMinutes() {
    // Away for an hour: it was down when we left, and has streamed again for 50 minutes.
    register("door", "north");
    status("door", CameraState.RECONNECTING, Pipeline.WALL - 3_700_000, Pipeline.WALL - 3_600_000);
    pipeline.wait(Duration.ofSeconds(5));
    status("door", CameraState.STREAMING, Pipeline.WALL - 3_000_000, Pipeline.WALL + 5_000);
    pipeline.wait(Duration.ofSeconds(14));
    assertThat(downMs()).isZero();
  }

  @Test
  void aRestoredStateIsBelievedWhenNothingElseIsHeard() {
    register("door", "north");
    status("door", CameraState.RECONNECTING, Pipeline.WALL - 60_000, Pipeline.WALL - 20_000);
    pipeline.wait(Duration.ofSeconds(60));
    // From 60 s before to the begin of the window of now, which is not over: 60 + 50 s at least.
    assertThat(downMs()).isBetween(110_000L, 120_000L);
  }

  @Test
  void timeDownIsCountedOnceWhenAStateFlaps() {
    register("door", "north");
    status("door", CameraState.STREAMING, Pipeline.WALL - 60_000, Pipeline.WALL);
    pipeline.wait(Duration.ofSeconds(31));
    // A sign of life that was under way for long: written at second 20, and nothing after it.
    status("door", CameraState.STREAMING, Pipeline.WALL - 60_000, Pipeline.WALL + 20_000);
    pipeline.wait(Duration.ofSeconds(61));
    status("door", CameraState.STREAMING, Pipeline.WALL + 92_000, Pipeline.WALL + 92_000);
    pipeline.wait(Duration.ofSeconds(13));
    assertThat(downMs()).isEqualTo(92_000);
  }

  @Test
  void aFileThatCannotBeOpenedIsNeverDown() {
    pipeline.cameras.pipeInput("film", Records.camera("film", "north", "file:///typo.mp4"));
    pipeline.cameras.pipeInput("other", Records.camera("other", "north", "typo.mp4"));
    register("door", "north");
    status("film", CameraState.FAILED, Pipeline.WALL);
    status("other", CameraState.FAILED, Pipeline.WALL);
    pipeline.wait(Duration.ofSeconds(60));
    assertThat(downMs()).isZero();
    status("door", CameraState.FAILED, Pipeline.WALL + 60_000);
    pipeline.wait(Duration.ofSeconds(60));
    assertThat(downMs()).isPositive();
  }

  @Test
  void aRemovedCameraThatComesBackWasNotDownMeanwhile() {
    register("door", "north");
    status("door", CameraState.RECONNECTING, Pipeline.WALL);
    pipeline.wait(Duration.ofSeconds(21));
    pipeline.cameras.pipeInput("door", (Camera) null);
    pipeline.statuses.pipeInput("door", (CameraStatus) null);
    pipeline.wait(Duration.ofSeconds(100));
    register("door", "north");
    status("door", CameraState.STREAMING, Pipeline.WALL + 121_000);
    pipeline.wait(Duration.ofSeconds(14));
    assertThat(downMs()).isEqualTo(20_000);
  }
}
