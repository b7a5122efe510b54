package io.moodline.aggregator;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.stores.StoreRefs;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What frames that were given up mean for the clock of their camera. */
class ShedFramesTopologyTest {

  /** A multiple of a minute. */
  private static final long T = 1_779_999_960_000L;

  private static final double[] HAPPY = mostly(Emotion.HAPPINESS, 0.93);

  private final Pipeline pipeline = new Pipeline(Map.of());

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aShedFrameDoesNotMoveTheClockPastFramesUnderWay() {
    String face = "door:" + T + ":0";
    pipeline.frame("door", T, T, Map.of(face, HAPPY));
    FrameOutcome shed =
        FrameOutcome.newBuilder(Records.outcome("door", T, 900, T + 9_000, Outcome.SHED, 0))
            .setStage("ingest")
            .build();
    pipeline.outcomes.pipeInput("door", shed);
    pipeline.frame("door", T, T + 1_000, Map.of(face, HAPPY));
    assertThat(pipeline.timelines.isEmpty()).as("the track goes on").isTrue();
    pipeline.frame("door", T, T + 20_000, Map.of());
    assertThat(pipeline.timelines.readValue().getObservations()).isEqualTo(2);
    assertThat(pipeline.trends.readKeyValuesToMap().get("CAMERA/door/10000/" + T).getLate())
        .isZero();
  }

  @Test
  void whenAllIsShedTheClockStillMoves() {
    String face = "door:" + T + ":0";
    pipeline.frame("door", T, T, Map.of(face, HAPPY));
    shed("door", T, 900, T + 60_000);
    assertThat(pipeline.timelines.readValuesToList()).hasSize(1);
  }

  private void shed(String camera, long session, long sequence, long at) {
    pipeline.outcomes.pipeInput(
        camera,
        FrameOutcome.newBuilder(Records.outcome(camera, session, sequence, at, Outcome.SHED, 0))
            .setStage("detector")
            .build());
  }

  @Test
  void whenAllIsShedTheClockDoesNotWaitForAnEventThatNeverComes() {
    String face = "door:" + T + ":0";
    pipeline.frame("door", T, T, Map.of(face, HAPPY));
    pipeline.outcomes.pipeInput(
        "door", Records.outcome("door", T, 1, T + 1_000, Outcome.CLASSIFIED, 1));
    // A shed frame speaks of 10 s before, and an event is waited for as long.
    shed("door", T, 2, T + 15_000);
    assertThat(pipeline.timelines.isEmpty()).isTrue();
    shed("door", T, 3, T + 22_000);
    assertThat(pipeline.timelines.readValuesToList()).hasSize(1);
  }

  @Test
  void whenAllOfANewSessionIsShedTheOldOnesTracksEnd() {
    String face = "door:" + T + ":0";
    pipeline.frame("door", T, T, Map.of(face, HAPPY));
    // Frames of the old session may be under way for 10 s, and a track goes on for 5 s.
    pipeline.wait(Duration.ofSeconds(10));
    shed("door", T + 2_000, 0, T + 2_000);
    shed("door", T + 2_000, 1, T + 14_900);
    assertThat(pipeline.timelines.isEmpty()).isTrue();
    shed("door", T + 2_000, 2, T + 15_000);
    assertThat(pipeline.timelines.readValue().getFaceId()).isEqualTo(face);
    assertThat(clock("door").session()).isEqualTo(T + 2_000);
  }

  @Test
  void whatIsShedOfANewSessionCutsOffNothingOfTheOneThatIsUnderWay() {
    String face = "door:" + T + ":0";
    pipeline.frame("door", T, T, Map.of(face, HAPPY));
    // From a recording to a live source, a day later; the recording's frames are still queued.
    long live = T + Duration.ofDays(1).toMillis();
    shed("door", live, 0, live);
    pipeline.wait(Duration.ofSeconds(5));
    pipeline.frame("door", T, T + 200, Map.of(face, HAPPY));
    shed("door", live, 1, live + 5_000);
    pipeline.frame("door", T, T + 400, Map.of(face, HAPPY));
    assertThat(pipeline.timelines.isEmpty()).isTrue();
    pipeline.wait(Duration.ofSeconds(10));
    shed("door", live, 2, live + 20_000);
    assertThat(pipeline.timelines.readValue().getObservations()).isEqualTo(3);
    assertThat(pipeline.trends.readKeyValuesToMap().get("CAMERA/door/10000/" + T / 10_000 * 10_000))
        .satisfies(
            window -> {
              assertThat(window.getObservations()).isEqualTo(3);
              assertThat(window.getLate()).isZero();
            });
  }

  @Test
  void whenAllOfARecordingThatBeginsAnewIsShedTheOldSessionIsSilent() {
    String face = "film:" + T + ":0";
    pipeline.frame("film", T, T, Map.of(face, HAPPY));
    for (int second = 0; second < 30; second++) {
      assertThat(pipeline.timelines.isEmpty()).as("second %d", second).isTrue();
      shed("film", T + 1, second, T - 3_600_000 + second * 1_000L);
      pipeline.wait(Duration.ofSeconds(1));
    }
    assertThat(pipeline.timelines.readValue().getFaceId()).isEqualTo(face);
    assertThat(clock("film").maxMs()).as("turned back by the last stage only").isEqualTo(T);
  }

  private CameraClock clock(String camera) {
    return pipeline.stores().get(StoreRefs.CLOCKS, camera, camera).orElseThrow();
  }
}
