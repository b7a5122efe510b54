package io.moodline.detector.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.quality.FaceQuality.Flaw;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class QualityLimitsTest {

  private static final QualityLimits LIMITS = new QualityLimits(32, 0.15, 60, 25, 20);
  private static final Box FINE = new Box(10, 10, 60, 70);

  private static FaceQuality judge(Box box, double sharpness, double brightness) {
    return LIMITS.judge(box, 640, 360, HeadPose.unknown(), sharpness, brightness);
  }

  @Test
  void aFineFaceHasNoFlaw() {
    assertThat(judge(FINE, 20, 25).flaw()).isEmpty();
    assertThat(judge(FINE, 20, 25).cutByEdge()).isFalse();
  }

  @Test
  void namesTheFlaw() {
    assertThat(judge(new Box(10, 10, 41, 70), 100, 100).flaw()).contains(Flaw.TOO_SMALL);
    assertThat(judge(FINE, 100, 24.9).flaw()).contains(Flaw.TOO_DARK);
    assertThat(judge(FINE, 19.9, 100).flaw()).contains(Flaw.BLURRED);
    assertThat(judge(new Box(-10, 10, 40, 60), 100, 100).flaw()).contains(Flaw.CUT_BY_EDGE);
  }

  @Test
  void aFaceThatOnlyTouchesTheEdgeIsFit() {
    FaceQuality quality = judge(new Box(-5, 10, 45, 60), 100, 100);

    assertThat(quality.cutByEdge()).isTrue();
    assertThat(quality.flaw()).isEmpty();
  }

  @Test
  void aHeadTurnedTooFarIsNotFit() {
    assertThat(judge(turned(60.1)).flaw()).contains(Flaw.TURNED_AWAY);
    assertThat(judge(turned(-60.1)).flaw()).contains(Flaw.TURNED_AWAY);
    assertThat(judge(HeadPose.ofProfile()).flaw()).contains(Flaw.TURNED_AWAY);
    assertThat(judge(turned(60)).flaw()).isEmpty();
    assertThat(judge(HeadPose.ofRoll(80)).flaw()).isEmpty();
  }

  @Test
  void atNinetyDegreesNoHeadIsTurnedTooFar() {
    assertThat(turned(90).isTurnedBeyond(90)).isFalse();
    assertThat(HeadPose.ofProfile().isTurnedBeyond(90)).isFalse();
  }

  private static HeadPose turned(double yaw) {
    return new HeadPose(OptionalDouble.of(yaw), OptionalDouble.of(0), false);
  }

  private static FaceQuality judge(HeadPose pose) {
    return LIMITS.judge(FINE, 640, 360, pose, 20, 25);
  }
}
