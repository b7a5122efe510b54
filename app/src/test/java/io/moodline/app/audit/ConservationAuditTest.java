package io.moodline.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import org.junit.jupiter.api.Test;

class ConservationAuditTest {

  private final ConservationAudit audit = new ConservationAudit();

  @Test
  void theSumHoldsWhenEveryFrameHasOneOutcome() {
    add("door", 0, Outcome.CLASSIFIED);
    add("door", 2, Outcome.DEAD_LETTERED);
    add("door", 1, Outcome.SHED);
    audit.captured("door", 100, 3);
    assertThat(audit.lines())
        .containsExactly(new ConservationAudit.Line("door", 100, 3, 1, 1, 1, 0, 0));
    assertThat(audit.lines().get(0).holds()).isTrue();
  }

  @Test
  void aHoleIsALostFrame() {
    add("door", 0, Outcome.CLASSIFIED);
    add("door", 2, Outcome.CLASSIFIED);
    assertThat(audit.lines().get(0).missing()).isEqualTo(1);
    assertThat(audit.lines().get(0).holds()).isFalse();
  }

  @Test
  void aFrameThatOnlyIngestKnowsIsMissing() {
    add("door", 0, Outcome.CLASSIFIED);
    audit.captured("door", 100, 2);
    assertThat(audit.lines().get(0).missing()).isEqualTo(1);
  }

  @Test
  void twoOutcomesOfAFrameAreOneTooMany() {
    add("door", 0, Outcome.CLASSIFIED);
    add("door", 0, Outcome.SHED);
    assertThat(audit.lines())
        .containsExactly(new ConservationAudit.Line("door", 100, 1, 1, 0, 0, 0, 1));
    assertThat(audit.lines().get(0).holds()).isFalse();
  }

  @Test
  void camerasAreCountedApart() {
    add("door", 0, Outcome.CLASSIFIED);
    add("aisle", 0, Outcome.CLASSIFIED);
    assertThat(audit.lines())
        .extracting(ConservationAudit.Line::cameraId)
        .containsExactly("aisle", "door");
  }

  private void add(String camera, long sequence, Outcome outcome) {
    audit.add(
        FrameOutcome.newBuilder()
            .setCameraId(camera)
            .setSession(100)
            .setSequence(sequence)
            .setCapturedAtMs(1000 + sequence)
            .setOutcome(outcome)
            .setStage("classifier")
            .setFaces(0)
            .build());
  }
}
