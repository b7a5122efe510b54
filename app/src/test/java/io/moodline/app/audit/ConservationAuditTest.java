package io.moodline.app.audit;

import static io.moodline.app.audit.ConservationAudit.ALL_HELD;
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
    audit.captured("door", 100, 3, ALL_HELD);
    assertThat(audit.lines())
        .containsExactly(new ConservationAudit.Line("door", 100, 3, 0, 1, 1, 1, 0, 0));
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
    audit.captured("door", 100, 2, ALL_HELD);
    assertThat(audit.lines().get(0).missing()).isEqualTo(1);
  }

  @Test
  void twoOutcomesOfAFrameAreOneTooMany() {
    add("door", 0, Outcome.CLASSIFIED);
    add("door", 0, Outcome.SHED);
    assertThat(audit.lines())
        .containsExactly(new ConservationAudit.Line("door", 100, 1, 0, 1, 0, 0, 0, 1));
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

  /** Outcomes of the first 1000 frames have expired; they came at 10 a second. */
  @Test
  void framesWhoseOutcomesHaveExpiredAreNotMissing() {
    for (int sequence = 1000; sequence < 3000; sequence++) {
      written(sequence, sequence * 100L, 100_000);
    }
    audit.captured("door", 100, 3000, 100_000);
    // Those of the first minute are skipped, too: up to frame 1599.
    assertThat(audit.lines())
        .containsExactly(new ConservationAudit.Line("door", 100, 3000, 1599, 1401, 0, 0, 0, 0));
    assertThat(audit.lines().get(0).holds()).isTrue();
  }

  @Test
  void aHoleInWhatIsHeldIsALostFrame() {
    for (int sequence = 1000; sequence < 3000; sequence++) {
      if (sequence != 2000) {
        written(sequence, sequence * 100L, 100_000);
      }
    }
    assertThat(audit.lines().get(0).missing()).isEqualTo(1);
    assertThat(audit.lines().get(0).holds()).isFalse();
  }

  /** Shed at once and classified later: what expires is not in the order of the frames. */
  @Test
  void neighboursOfTheOldestMayHaveExpired() {
    written(995, 100_000, 100_000);
    written(1000, 100_100, 100_000);
    written(990, 100_200, 100_000);
    written(1001, 200_000, 100_000);
    written(991, 200_100, 100_000);
    assertThat(audit.lines())
        .containsExactly(new ConservationAudit.Line("door", 100, 1002, 1000, 2, 0, 0, 0, 0));
  }

  @Test
  void aSessionThatBeganSinceIsJudgedFromItsFirstFrame() {
    written(1, 200, 100);
    written(2, 300, 100);
    assertThat(audit.lines().get(0).older()).isZero();
    assertThat(audit.lines().get(0).missing()).isEqualTo(1);
  }

  @Test
  void aSessionOfWhichNothingIsHeldIsJudgedOnlyWhenItIsYoung() {
    audit.captured("door", 100, 5, 101);
    audit.captured("till", 100, 5, 100);
    assertThat(audit.lines())
        .containsExactly(
            new ConservationAudit.Line("door", 100, 5, 5, 0, 0, 0, 0, 0),
            new ConservationAudit.Line("till", 100, 5, 0, 0, 0, 0, 5, 0));
  }

  private void add(String camera, long sequence, Outcome outcome) {
    audit.add(outcome(camera, sequence, outcome), 0, ALL_HELD);
  }

  private void written(long sequence, long atMs, long heldSinceMs) {
    audit.add(outcome("door", sequence, Outcome.CLASSIFIED), atMs, heldSinceMs);
  }

  private static FrameOutcome outcome(String camera, long sequence, Outcome outcome) {
    return FrameOutcome.newBuilder()
        .setCameraId(camera)
        .setSession(100)
        .setSequence(sequence)
        .setCapturedAtMs(1000 + sequence)
        .setOutcome(outcome)
        .setStage("classifier")
        .setFaces(0)
        .build();
  }
}
