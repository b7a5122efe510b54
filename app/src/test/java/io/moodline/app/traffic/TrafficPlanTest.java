package io.moodline.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.app.traffic.TrafficRecord.FrameEnd;
import io.moodline.app.traffic.TrafficRecord.Seen;
import io.moodline.app.traffic.TrafficRecord.Status;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.topics.Ids;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficPlanTest {

  private static final long NOON = Instant.parse("2026-06-01T12:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;
  private static final int BAD_HOUR = 12;

  private static final TrafficSite SITE =
      new TrafficSite(
          "store",
          ZoneOffset.UTC,
          LocalTime.of(11, 30),
          LocalTime.of(14, 0),
          Collections.nCopies(24, 240.0),
          IntStream.range(0, 24).mapToObj(h -> h == BAD_HOUR ? Mood.BAD : Mood.GOOD).toList());

  private static final Outage OUTAGE =
      new Outage(NOON + 600_000, NOON + 900_000, "no answer within 4 s");

  private static TrafficPlan plan(long frameMs, Mishaps mishaps, Outage... outages) {
    return new TrafficPlan(
        7,
        NOON - HOUR,
        NOON + 2 * HOUR,
        5_000,
        mishaps,
        List.of(
            new TrafficCamera("door", SITE, FrameRhythm.every(frameMs), List.of(outages)),
            new TrafficCamera("till", SITE, FrameRhythm.every(frameMs), List.of())));
  }

  private static List<TrafficRecord> all(TrafficPlan plan) {
    List<TrafficRecord> all = new ArrayList<>();
    plan.play().forEachRemaining(all::add);
    return all;
  }

  private static <T extends TrafficRecord> List<T> of(Class<T> kind, List<TrafficRecord> all) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void theSamePlanGivesTheSameRecordsAndAnotherSeedOthers() {
    TrafficPlan plan = plan(1_000, Mishaps.SOME, OUTAGE);
    List<TrafficRecord> first = all(plan);
    assertThat(all(plan)).isEqualTo(first);
    TrafficPlan other =
        new TrafficPlan(
            8, plan.fromMs(), plan.toMs(), plan.statusEveryMs(), plan.mishaps(), plan.cameras());
    assertThat(of(Seen.class, all(other))).isNotEqualTo(of(Seen.class, first));
  }

  @Test
  void recordsComeInTheOrderOfWritingAndEachFrameEndsWithItsOutcome() {
    List<TrafficRecord> all = all(plan(500, new Mishaps(0.1, 0.03, 0.01, 0.01)));
    Map<String, Integer> facesOfFrame = new HashMap<>();
    Map<String, Long> frames = new HashMap<>();
    long writtenMs = 0;
    for (TrafficRecord record : all) {
      assertThat(record.writtenAtMs()).isGreaterThanOrEqualTo(writtenMs);
      writtenMs = record.writtenAtMs();
      if (record instanceof Seen seen) {
        EmotionEvent event = seen.event();
        assertThat(seen.late()).isEqualTo(event.getCapturedAtMs() < seen.writtenAtMs());
        facesOfFrame.merge(event.getCameraId() + event.getSequence(), 1, Integer::sum);
      } else if (record instanceof FrameEnd end) {
        FrameOutcome outcome = end.outcome();
        long before = frames.merge(outcome.getCameraId(), 1L, Long::sum) - 1;
        assertThat(outcome.getSequence()).isEqualTo(before);
      }
    }
    assertThat(of(Seen.class, all).stream().filter(Seen::late)).isNotEmpty();
    // All faces that outcomes tell of come, those that are late as well; none is of a shed frame.
    int told = 0;
    for (FrameEnd end : of(FrameEnd.class, all)) {
      FrameOutcome outcome = end.outcome();
      int came = facesOfFrame.getOrDefault(outcome.getCameraId() + outcome.getSequence(), 0);
      assertThat(came).isEqualTo(outcome.getFaces());
      told += outcome.getOutcome() == Outcome.SHED ? 1 : 0;
    }
    assertThat(told).isPositive();
  }

  @Test
  void aFaceIdNamesTheFirstFrameOfItsTrackAndATrackIsNeverLeftForLong() {
    Map<String, Long> lastMs = new HashMap<>();
    for (Seen seen : of(Seen.class, all(plan(1_000, new Mishaps(0, 0, 0, 0.05), OUTAGE)))) {
      EmotionEvent event = seen.event();
      String face = event.getFaceId();
      assertThat(Ids.cameraOf(face)).isEqualTo(event.getCameraId());
      Long before = lastMs.put(face, event.getCapturedAtMs());
      if (before == null) {
        assertThat(face.split(":")[1]).isEqualTo(Long.toString(event.getCapturedAtMs()));
      } else {
        assertThat(event.getCapturedAtMs() - before).isBetween(1L, Tracks.MEMORY_MS);
      }
    }
    assertThat(lastMs).hasSizeGreaterThan(100);
  }

  @Test
  void whoComesDoesNotDependOnTheFrameRate() {
    // Nobody stays for less than 1500 ms, so both rates see everybody but for those at the very
    // end.
    long slow = faces(all(plan(1_000, Mishaps.NONE)));
    long fast = faces(all(plan(250, Mishaps.NONE)));
    assertThat(slow).isGreaterThan(500);
    assertThat(fast).isCloseTo(slow, within(2L));
  }

  private static long faces(List<TrafficRecord> all) {
    return of(Seen.class, all).stream().map(s -> s.event().getFaceId()).distinct().count();
  }

  @Test
  void anOutageGivesNoFramesAndAStatusThatSaysWhy() {
    List<TrafficRecord> all = all(plan(1_000, Mishaps.NONE, OUTAGE));
    assertThat(of(FrameEnd.class, all))
        .filteredOn(end -> end.cameraId().equals("door"))
        .extracting(FrameEnd::writtenAtMs)
        .noneMatch(at -> at >= OUTAGE.fromMs() && at < OUTAGE.toMs())
        .contains(OUTAGE.fromMs() - 1_000, OUTAGE.toMs());
    List<Status> door =
        of(Status.class, all).stream().filter(s -> s.cameraId().equals("door")).toList();
    List<Status> down =
        door.stream().filter(s -> s.status().getState() == CameraState.RECONNECTING).toList();
    // Five minutes of a status every five seconds, the first as it begins.
    assertThat(down).hasSize(60);
    assertThat(down.get(0).status().getUpdatedAtMs()).isEqualTo(OUTAGE.fromMs());
    assertThat(down).allMatch(s -> s.status().getReason().equals(OUTAGE.reason()));
    Status after = door.get(door.indexOf(down.get(59)) + 1);
    assertThat(after.status().getState()).isEqualTo(CameraState.STREAMING);
    assertThat(after.status().getSinceMs()).isEqualTo(OUTAGE.toMs());
    assertThat(after.status().getReconnects()).isEqualTo(1);
  }

  @Test
  void aBadHourShows() {
    List<Seen> seen = of(Seen.class, all(plan(1_000, Mishaps.SOME)));
    double good = shareOfHappy(seen, NOON - HOUR, NOON);
    double bad = shareOfHappy(seen, NOON, NOON + HOUR);
    double goodAgain = shareOfHappy(seen, NOON + HOUR, NOON + 2 * HOUR);
    // By weight 5 of 10.8 are happy in good hours and 0.4 of 11.7 in the bad one.
    assertThat(good).isGreaterThan(0.35);
    assertThat(bad).isLessThan(0.12);
    assertThat(goodAgain).isGreaterThan(0.35);
  }

  private static double shareOfHappy(List<Seen> seen, long fromMs, long toMs) {
    return seen.stream()
        .map(Seen::event)
        .filter(e -> e.getCapturedAtMs() >= fromMs && e.getCapturedAtMs() < toMs)
        .mapToInt(e -> e.getDominant() == Emotion.HAPPINESS ? 1 : 0)
        .average()
        .orElseThrow();
  }

  @Test
  void nothingHappensWhileTheSiteIsClosed() {
    Iterator<TrafficRecord> records = plan(1_000, Mishaps.SOME).play();
    // It opens half an hour after the plan begins, and the plan ends as it closes.
    assertThat(records.next().writtenAtMs()).isEqualTo(NOON - HOUR / 2);
  }
}
