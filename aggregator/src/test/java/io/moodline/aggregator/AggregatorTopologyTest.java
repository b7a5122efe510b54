package io.moodline.aggregator;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.aggregator.state.LedgerEntry;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import io.moodline.schemas.Outcome;
import io.moodline.schemas.Segment;
import io.moodline.schemas.Trend;
import io.moodline.streams.DeadLetter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AggregatorTopologyTest {

  /** A multiple of a minute. */
  private static final long T = 1_779_999_960_000L;

  private static final long MONTHS_AGO = T - Duration.ofDays(90).toMillis();
  private static final double[] HAPPY = mostly(Emotion.HAPPINESS, 0.93);
  private static final double[] SAD = mostly(Emotion.SADNESS, 0.93);

  private final Pipeline pipeline = new Pipeline(Map.of());

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aTrackGivesOneTimelineWhenItsCameraHasPassedIt() {
    String face = "door:" + T + ":0";
    for (long at = T; at <= T + 4_000; at += 200) {
      pipeline.frame("door", T, at, Map.of(face, HAPPY));
    }
    for (long at = T + 4_200; at < T + 9_000; at += 200) {
      pipeline.frame("door", T, at, Map.of());
    }
    assertThat(pipeline.timelines.isEmpty()).isTrue();
    pipeline.frame("door", T, T + 9_000, Map.of());
    List<FaceTimeline> closed = pipeline.timelines.readValuesToList();
    assertThat(closed).hasSize(1);
    FaceTimeline timeline = closed.get(0);
    assertThat(timeline.getOpen()).isFalse();
    assertThat(timeline.getFirstSeenMs()).isEqualTo(T);
    assertThat(timeline.getLastSeenMs()).isEqualTo(T + 4_000);
    assertThat(timeline.getObservations()).isEqualTo(21);
    assertThat(timeline.getSegments())
        .extracting(Segment::getEmotion)
        .containsExactly(Emotion.HAPPINESS);
    pipeline.wait(Duration.ofSeconds(60));
    assertThat(pipeline.timelines.isEmpty()).as("exactly one").isTrue();
  }

  @Test
  void anEventOfAClosedTrackIsCountedAndReopensNothing() {
    String face = "door:" + T + ":0";
    pipeline.frame("door", T, T, Map.of(face, HAPPY));
    pipeline.frame("door", T, T + 20_000, Map.of());
    assertThat(pipeline.timelines.readValuesToList()).hasSize(1);
    pipeline.trends.readValuesToList();
    pipeline.emotions.pipeInput("door", Records.event(face, T, 1, T + 200, HAPPY));
    pipeline.wait(Duration.ofSeconds(60));
    assertThat(pipeline.timelines.isEmpty()).isTrue();
    Map<String, Trend> latest = pipeline.trends.readKeyValuesToMap();
    Trend ten = latest.get("CAMERA/door/10000/" + T);
    assertThat(ten.getLate()).isEqualTo(1);
    assertThat(ten.getObservations()).isEqualTo(1);
  }

  @Test
  void oneCameraNeverClosesTheOthersWindows() {
    pipeline.frame("old", 1, MONTHS_AGO, Map.of("old:" + MONTHS_AGO + ":0", SAD));
    for (long s = 0; s < 40; s++) {
      pipeline.frame("door", T, T + s * 1_000, Map.of());
    }
    pipeline.frame("old", 1, MONTHS_AGO + 1_000, Map.of("old:" + MONTHS_AGO + ":0", SAD));
    assertThat(cameraTrends().keySet())
        .containsExactlyInAnyOrder(
            "CAMERA/door/10000/" + T,
            "CAMERA/door/10000/" + (T + 10_000),
            "CAMERA/door/10000/" + (T + 20_000));
    assertThat(pipeline.timelines.isEmpty()).isTrue();
    pipeline.frame("old", 1, MONTHS_AGO + 12_000, Map.of());
    Trend old = pipeline.trends.readValue();
    assertThat(old.getId()).isEqualTo("old");
    assertThat(old.getFrames()).isEqualTo(2);
    assertThat(old.getObservations()).isEqualTo(2);
    assertThat(old.getFaceMs()).isEqualTo(1_000);
    assertThat(old.getLate()).isZero();
  }

  @Test
  void aRecordWithinGraceIsCountedInAndALaterOneAsLate() {
    pipeline.frame("door", T, T + 9_000, Map.of());
    pipeline.frame("door", T, T + 11_900, Map.of());
    pipeline.frame("door", T, T + 9_500, Map.of());
    assertThat(pipeline.trends.isEmpty()).isTrue();
    pipeline.frame("door", T, T + 12_000, Map.of());
    assertThat(cameraTrends().get("CAMERA/door/10000/" + T).getFrames()).isEqualTo(2);
    pipeline.frame("door", T, T + 9_700, Map.of());
    Trend republished = cameraTrends().get("CAMERA/door/10000/" + T);
    assertThat(republished.getFrames()).isEqualTo(2);
    assertThat(republished.getLate()).isEqualTo(1);
    pipeline.frame("door", T, T + 62_000, Map.of());
    Trend minute =
        new TreeMap<>(pipeline.trends.readKeyValuesToMap()).get("CAMERA/door/60000/" + T);
    assertThat(minute.getFrames()).isEqualTo(4);
    assertThat(minute.getLate()).isEqualTo(1);
  }

  @Test
  void theClockWaitsForEventsThatAnOutcomePromises() {
    long at = T + 5_000;
    String face = "door:" + at + ":0";
    pipeline.outcomes.pipeInput("door", Records.outcome("door", T, 0, at, Outcome.CLASSIFIED, 1));
    // The outcomes run nine seconds ahead of the events, and past the window and its grace.
    for (int i = 1; i < 10; i++) {
      pipeline.frame("door", T, at + i * 1_000, Map.of());
    }
    assertThat(pipeline.trends.isEmpty()).isTrue();
    pipeline.emotions.pipeInput("door", Records.event(face, T, 0, at, HAPPY));
    Trend ten = pipeline.trends.readValue();
    assertThat(ten.getObservations()).isEqualTo(1);
    assertThat(ten.getLate()).isZero();
  }

  @Test
  void silenceClosesByTheWallClock() {
    pipeline.frame("door", T, T, Map.of("door:" + T + ":0", HAPPY));
    pipeline.wait(Duration.ofSeconds(29));
    assertThat(pipeline.timelines.isEmpty()).isTrue();
    pipeline.wait(Duration.ofSeconds(2));
    assertThat(pipeline.timelines.readValuesToList()).hasSize(1);
    assertThat(cameraTrends().keySet())
        .containsExactlyInAnyOrder("CAMERA/door/10000/" + T, "CAMERA/door/60000/" + T);
    // Within the same minute it goes on: the minute closes again, with both parts.
    pipeline.frame("door", T, T + 35_000, Map.of("door:" + (T + 35_000) + ":0", SAD));
    pipeline.wait(Duration.ofSeconds(31));
    Trend minute = pipeline.trends.readKeyValuesToMap().get("CAMERA/door/60000/" + T);
    assertThat(minute.getFrames()).isEqualTo(2);
    assertThat(minute.getFaces()).isEqualTo(2);
  }

  @Test
  void anEndedFileClosesAtOnceWhenAllItsFramesHaveCome() {
    pipeline.frame("clip", T, T, Map.of("clip:" + T + ":0", HAPPY));
    pipeline.statuses.pipeInput("clip", Records.status("clip", CameraState.ENDED, T, T, 2));
    pipeline.wait(Duration.ofSeconds(3));
    assertThat(pipeline.timelines.isEmpty()).as("one of two frames is under way").isTrue();
    pipeline.frame("clip", T, T + 100, Map.of("clip:" + T + ":0", HAPPY));
    pipeline.wait(Duration.ofSeconds(1));
    assertThat(pipeline.timelines.readValuesToList()).hasSize(1);
  }

  @Test
  void aNewSessionThatTurnsTheClockBackEndsWhatWasOpen() {
    pipeline.frame("door", 1, T, Map.of("door:" + T + ":0", HAPPY));
    pipeline.frame("door", 2, MONTHS_AGO, Map.of("door:" + MONTHS_AGO + ":0", SAD));
    assertThat(pipeline.timelines.readValue().getFirstSeenMs()).isEqualTo(T);
    pipeline.trends.readValuesToList();
    pipeline.frame("door", 2, MONTHS_AGO + 13_000, Map.of());
    Trend ten = pipeline.trends.readValue();
    assertThat(ten.getWindowStartMs()).isEqualTo(Math.floorDiv(MONTHS_AGO, 10_000L) * 10_000);
    assertThat(ten.getFrames()).isEqualTo(1);
    assertThat(ten.getLate()).isZero();
  }

  @Test
  void theLedgerAddsUp() {
    for (int i = 0; i < 10; i++) {
      Outcome outcome = i < 6 ? Outcome.CLASSIFIED : i < 9 ? Outcome.SHED : Outcome.DEAD_LETTERED;
      pipeline.outcomes.pipeInput("door", Records.outcome("door", T, i, T + i * 100, outcome, 0));
    }
    LedgerEntry entry =
        pipeline.driver.<String, LedgerEntry>getKeyValueStore(StoreNames.LEDGER).get("door/" + T);
    assertThat(entry).isEqualTo(new LedgerEntry(10, 6, 3, 1));
    assertThat(entry.finished()).isEqualTo(entry.captured());
  }

  @Test
  void aSitesWindowIsTheSumOfItsCameras() {
    pipeline.cameras.pipeInput("a", Records.camera("a", "north", "demo"));
    pipeline.cameras.pipeInput("b", Records.camera("b", "north", "demo"));
    pipeline.frame("a", T, T, Map.of("a:" + T + ":0", HAPPY));
    pipeline.frame("a", T, T + 12_000, Map.of());
    assertThat(site().getObservations()).isEqualTo(1);
    pipeline.frame("b", T, T, Map.of("b:" + T + ":0", SAD, "b:" + T + ":1", SAD));
    pipeline.frame("b", T, T + 12_000, Map.of());
    Trend both = site();
    assertThat(both.getFaces()).isEqualTo(3);
    assertThat(both.getFrames()).isEqualTo(2);
    assertThat(both.getSatisfactionSum() / both.getSatisfactionCount())
        .isCloseTo(
            (Records.WEIGHTS.satisfaction(HAPPY) + 2 * Records.WEIGHTS.satisfaction(SAD)) / 3,
            within(1e-4));
    assertThat(both.getCameras()).isEqualTo(2);
    // What changes in a camera's window after it has closed is added, too.
    pipeline.frame("a", T, T + 1_000, Map.of());
    Trend again = site();
    assertThat(again.getFrames()).isEqualTo(2);
    assertThat(again.getLate()).isEqualTo(1);
    assertThat(again.getCameras()).isEqualTo(2);
  }

  private Map<String, Trend> cameraTrends() {
    Map<String, Trend> found = new TreeMap<>(pipeline.trends.readKeyValuesToMap());
    found.keySet().removeIf(key -> !key.startsWith("CAMERA/"));
    return found;
  }

  private Trend site() {
    return pipeline.trends.readKeyValuesToMap().get("SITE/north/10000/" + T);
  }

  @Test
  void threeWhoSmileForASecondAreAMomentOnce() {
    Map<String, double[]> group =
        Map.of("d:" + T + ":0", HAPPY, "d:" + T + ":1", HAPPY, "d:" + T + ":2", HAPPY);
    for (long at = T; at <= T + 5_000; at += 200) {
      pipeline.frame("d", T, at, group);
    }
    List<Moment> moments = pipeline.moments.readValuesToList();
    assertThat(moments).hasSize(1);
    assertThat(moments.get(0).getKind()).isEqualTo(MomentKind.GROUP_SMILE);
    assertThat(moments.get(0).getAtMs()).isEqualTo(T);
    assertThat(moments.get(0).getUntilMs()).isEqualTo(T + 1_000);
    assertThat(moments.get(0).getFaces()).hasSize(3);
  }

  @Test
  void aCameraThatStaysAwayIsAMomentOnce() {
    long now = Pipeline.WALL;
    pipeline.statuses.pipeInput("d", Records.status("d", CameraState.RECONNECTING, 1, now, 0));
    pipeline.wait(Duration.ofSeconds(5));
    pipeline.statuses.pipeInput(
        "d", Records.status("d", CameraState.CONNECTING, 1, now + 5_000, 0));
    pipeline.wait(Duration.ofSeconds(5));
    assertThat(pipeline.moments.isEmpty()).isTrue();
    pipeline.wait(Duration.ofSeconds(20));
    List<Moment> moments = pipeline.moments.readValuesToList();
    assertThat(moments).extracting(Moment::getKind).containsExactly(MomentKind.CAMERA_DOWN);
    assertThat(moments.get(0).getAtMs()).isEqualTo(now);
    pipeline.statuses.pipeInput(
        "d", Records.status("d", CameraState.STREAMING, 1, now + 40_000, 0));
    pipeline.wait(Duration.ofSeconds(2));
    pipeline.statuses.pipeInput("d", Records.status("d", CameraState.FAILED, 1, now + 50_000, 0));
    pipeline.wait(Duration.ofSeconds(60));
    assertThat(pipeline.moments.readValuesToList()).hasSize(1);
  }

  @Test
  void anEventThatMakesNoSenseIsADeadLetter() {
    double[] wrong = HAPPY.clone();
    wrong[0] = Double.NaN;
    pipeline.emotions.pipeInput("d", Records.event("d:" + T + ":0", T, 0, T, wrong));
    TestRecord<byte[], byte[]> letter = pipeline.deadLetters.readRecord();
    assertThat(letter.value()).isNotEmpty();
    assertThat(
            new String(
                letter.headers().lastHeader(DeadLetter.MESSAGE).value(),
                java.nio.charset.StandardCharsets.UTF_8))
        .contains("NEUTRAL")
        .contains("NaN");
    assertThat(
            new String(
                letter.headers().lastHeader(DeadLetter.STAGE).value(),
                java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("aggregator");
  }

  @Test
  void aRecordingThatStandsStillIsNotOver() {
    String face = "film:" + T + ":0";
    pipeline.frame("film", T, T, Map.of(face, HAPPY));
    CameraStatus underWay =
        CameraStatus.newBuilder(Records.status("film", CameraState.STREAMING, T, T, 50))
            .setDurationMs(60_000)
            .build();
    pipeline.statuses.pipeInput("film", underWay);
    pipeline.wait(Duration.ofSeconds(90));
    assertThat(pipeline.timelines.isEmpty()).as("the detector may come back").isTrue();
    pipeline.frame("film", T, T + 1_000, Map.of(face, HAPPY));
    pipeline.frame("film", T, T + 20_000, Map.of());
    assertThat(pipeline.timelines.readValue().getObservations()).isEqualTo(2);
    pipeline.wait(Duration.ofSeconds(20 * 30 + 5));
    assertThat(pipeline.trends.readKeyValuesToMap())
        .as("but not for ever")
        .containsKey("CAMERA/film/10000/" + (T + 20_000));
  }

  @Test
  void aLateEventDoesNotCloseAWindowThatIsStillToCome() {
    String face = "door:" + T + ":0";
    pipeline.frame("door", T, T, Map.of(face, HAPPY));
    pipeline.frame("door", T, T + 9_000, Map.of());
    assertThat(pipeline.timelines.readValuesToList()).hasSize(1);
    pipeline.emotions.pipeInput("door", Records.event(face, T, 2, T + 10_500, HAPPY));
    pipeline.frame("door", T, T + 11_000, Map.of());
    pipeline.frame("door", T, T + 40_000, Map.of());
    Trend next = pipeline.trends.readKeyValuesToMap().get("CAMERA/door/10000/" + (T + 10_000));
    assertThat(next.getFrames()).isEqualTo(1);
    assertThat(next.getLate()).isEqualTo(1);
  }

  @Test
  void aLiveCameraDoesNotExpireItsSitesRecordings() {
    pipeline.cameras.pipeInput("old", Records.camera("old", "city", "old.mp4"));
    pipeline.cameras.pipeInput("door", Records.camera("door", "city", "rtsp://h/x"));
    pipeline.frame("old", 1, MONTHS_AGO, Map.of());
    pipeline.frame("old", 1, MONTHS_AGO + 15_000, Map.of());
    for (long s = 0; s < 60; s++) {
      pipeline.frame("door", T, T + s * 1_000, Map.of());
    }
    Object kept =
        pipeline
            .driver
            .getKeyValueStore(StoreNames.SITE_TRENDS)
            .get("SITE/city/10000/" + (MONTHS_AGO - MONTHS_AGO % 10_000));
    assertThat(kept).isNotNull();
  }
}
