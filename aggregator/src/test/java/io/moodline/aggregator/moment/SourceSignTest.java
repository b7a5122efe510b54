package io.moodline.aggregator.moment;

import static io.moodline.aggregator.Records.status;
import static io.moodline.aggregator.Records.statusBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.moment.CameraDown.Sign;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceSignTest {

  private static final long T = 1_780_000_000_000L;
  private static final long STALE = 15_000;

  private static SourceSign at(CameraStatus status, long heardMs, long nowMs) {
    return SourceSign.of(status, heardMs, nowMs, T - 100_000, STALE);
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECTING, TRYING",
    "STREAMING, UP",
    "RECONNECTING, DOWN",
    "ENDED, UP",
    "FAILED, DOWN",
    "DISABLED, UP"
  })
  void aFreshStatusIsBelieved(CameraState state, Sign sign) {
    assertThat(at(status("d", state, 1, T, 0), 0, T + 14_999)).isEqualTo(new SourceSign(sign, T));
  }

  @ParameterizedTest
  @CsvSource({"CONNECTING, DOWN", "STREAMING, DOWN", "ENDED, UP", "DISABLED, UP"})
  void aStatusThatNobodyWritesAgainIsNot(CameraState state, Sign sign) {
    assertThat(at(status("d", state, 1, T, 0), 0, T + 15_000)).isEqualTo(new SourceSign(sign, T));
  }

  @Test
  void framesShowThatItWorks() {
    CameraStatus old = status("d", CameraState.STREAMING, 1, T, 0);
    assertThat(at(old, T + 60_000, T + 70_000).sign()).isEqualTo(Sign.UP);
    assertThat(at(old, T + 60_000, T + 75_000)).isEqualTo(new SourceSign(Sign.DOWN, T + 60_000));
  }

  @Test
  void aRecordingIsNeverLostInThisWay() {
    CameraStatus file =
        statusBuilder("d", CameraState.STREAMING, 1, T, 0).setDurationMs(60_000).build();
    assertThat(at(file, 0, T + 900_000).sign()).isEqualTo(Sign.UP);
  }

  @Test
  void whoHasJustBegunToListenDoesNotKnow() {
    CameraStatus old = status("d", CameraState.STREAMING, 1, T, 0);
    long started = T + 8 * 3_600_000;
    assertThat(SourceSign.of(old, 0, started + 14_999, started, STALE).sign())
        .isEqualTo(Sign.TRYING);
    assertThat(SourceSign.of(old, 0, started + 15_000, started, STALE))
        .isEqualTo(new SourceSign(Sign.DOWN, T));
  }

  /** What was lost for two seconds before a restart may be well since, in what is not read yet. */
  @ParameterizedTest
  @CsvSource({"RECONNECTING", "FAILED"})
  void whoHasJustBegunToListenDoesNotBelieveAnOldLoss(CameraState state) {
    CameraStatus old = status("d", state, 1, T, 0);
    long started = T + 300_000;
    assertThat(SourceSign.of(old, 0, started + 14_999, started, STALE).sign())
        .isEqualTo(Sign.TRYING);
    assertThat(SourceSign.of(old, started + 3_000, started + 15_000, started, STALE).sign())
        .as("frames have come since")
        .isEqualTo(Sign.TRYING);
    assertThat(SourceSign.of(old, 0, started + 15_000, started, STALE))
        .as("nothing else has come")
        .isEqualTo(new SourceSign(Sign.DOWN, T));
  }

  @Test
  void aLossThatIsToldAgainIsBelievedAtOnce() {
    long started = T + 300_000;
    long now = started + 1_100;
    assertThat(SourceSign.of(lost(started + 1_000), 0, now, started, STALE))
        .isEqualTo(new SourceSign(Sign.DOWN, T));
    assertThat(SourceSign.of(lost(started - 1_000), 0, now, started, STALE).sign())
        .as("written before anybody listened")
        .isEqualTo(Sign.TRYING);
  }

  private static CameraStatus lost(long updatedMs) {
    return statusBuilder("d", CameraState.RECONNECTING, 1, T, 0).setUpdatedAtMs(updatedMs).build();
  }
}
