package io.moodline.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import org.junit.jupiter.api.Test;

class StatusChangeTest {

  private static CameraStatus status(CameraState state, String reason, long captured, long atMs) {
    return CameraStatus.newBuilder()
        .setCameraId("door")
        .setState(state)
        .setSinceMs(0)
        .setUpdatedAtMs(atMs)
        .setReason(reason)
        .setSession(1)
        .setCameraUpdatedAtMs(1)
        .setCaptured(captured)
        .setShed(0)
        .setFinished(0)
        .setReconnects(0)
        .setFps(0)
        .setWidth(640)
        .setHeight(360)
        .build();
  }

  @Test
  void aChangeOfStateOrReasonIsToldAtOnce() {
    CameraStatus before = status(CameraState.STREAMING, null, 5, 1000);
    assertThat(StatusChange.worthTelling(null, before)).isTrue();
    assertThat(StatusChange.worthTelling(before, status(CameraState.RECONNECTING, "cut", 5, 1001)))
        .isTrue();
    assertThat(
            StatusChange.worthTelling(
                status(CameraState.RECONNECTING, "cut", 5, 1000),
                status(CameraState.RECONNECTING, "refused", 5, 1001)))
        .isTrue();
  }

  @Test
  void countersAreToldOnceASecond() {
    CameraStatus before = status(CameraState.STREAMING, null, 5, 1000);
    assertThat(StatusChange.worthTelling(before, status(CameraState.STREAMING, null, 6, 1999)))
        .isFalse();
    assertThat(StatusChange.worthTelling(before, status(CameraState.STREAMING, null, 6, 2000)))
        .isTrue();
  }

  @Test
  void aWallClockThatIsSetBackDoesNotSilenceACamera() {
    CameraStatus before = status(CameraState.STREAMING, null, 5, 3_600_000);
    assertThat(StatusChange.worthTelling(before, status(CameraState.STREAMING, null, 6, 1000)))
        .isTrue();
    assertThat(StatusChange.worthTelling(before, status(CameraState.STREAMING, null, 5, 1000)))
        .isTrue();
  }

  @Test
  void whatIsOverGivesNoSignOfLife() {
    assertThat(
            StatusChange.worthTelling(
                status(CameraState.STREAMING, null, 5, 1000),
                status(CameraState.STREAMING, null, 5, 6000)))
        .isTrue();
    assertThat(
            StatusChange.worthTelling(
                status(CameraState.ENDED, null, 5, 1000),
                status(CameraState.ENDED, null, 5, 60_000)))
        .isFalse();
  }
}
