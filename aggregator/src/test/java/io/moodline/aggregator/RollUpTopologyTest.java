package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.Trend;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** Minutes rolled up into hours and days, of cameras, sites and everything. */
class RollUpTopologyTest extends RollUps {

  @Test
  void aDayOf23HoursIsTheSumOfItsHours() {
    register("door", "north");
    for (int hour = 0; hour < 23; hour++) {
      frame("door", SPRING + hour * HOUR + HOUR / 2, 2);
    }
    Trend growing = stored(StoreNames.TRENDS, "CAMERA/door", DAY, SPRING);
    assertThat(growing.getClosed()).isFalse();
    assertThat(published("CAMERA/door", DAY, SPRING)).as("not before it closes").isNull();
    // The last frame's minute closes, and with it hour and day, when the next day has begun.
    frame("door", SPRING + 23 * HOUR + 2_000, 0);
    Trend day = published("CAMERA/door", DAY, SPRING);
    assertThat(day.getClosed()).isTrue();
    assertThat(day.getWindowEndMs() - day.getWindowStartMs()).isEqualTo(23 * HOUR);
    assertThat(day.getFrames()).isEqualTo(23);
    assertThat(day.getFaces()).isEqualTo(46);
    assertThat(day.getArrivals()).isEqualTo(46);
    for (int hour = 0; hour < 23; hour++) {
      Trend one = published("CAMERA/door", HOUR, SPRING + hour * HOUR);
      assertThat(one.getFrames()).isEqualTo(1);
      assertThat(one.getFaces()).isEqualTo(2);
      assertThat(one.getClosed()).isTrue();
    }
    Trend site = published("SITE/north", DAY, SPRING);
    assertThat(site.getFrames()).isEqualTo(23);
    assertThat(site.getCameras()).isEqualTo(1);
    assertThat(site.getWindowEndMs()).isEqualTo(SPRING + 23 * HOUR);
  }

  @Test
  void everythingHasDaysOfItsOwnZone() {
    register("door", "north");
    for (int hour = 0; hour < 27; hour++) {
      frame("door", SPRING + hour * HOUR + HOUR / 2, 0);
    }
    // UTC's 28th holds but the first of them, the 29th the 24 after.
    assertThat(published("SITE/*", DAY, SPRING - 23 * HOUR).getFrames()).isEqualTo(1);
    assertThat(published("SITE/*", DAY, SPRING + HOUR).getFrames()).isEqualTo(24);
    assertThat(published("SITE/*", DAY, SPRING + 25 * HOUR)).as("still grows").isNull();
  }

  @Test
  void lateRecordsAreCountedInHourAndDayOfEachScope() {
    register("door", "north");
    frame("door", SPRING + 1_000, 1);
    frame("door", SPRING + 23 * HOUR + 5_000, 0);
    frame("door", SPRING + 23 * HOUR + 70_000, 0);
    assertThat(published("CAMERA/door", HOUR, SPRING).getLate()).isZero();
    frame("door", SPRING + 2_000, 0);
    for (String scope : new String[] {"CAMERA/door", "SITE/north"}) {
      for (long window : new long[] {10_000, 60_000, HOUR, DAY}) {
        Trend trend = published(scope, window, SPRING);
        assertThat(trend.getLate()).as(scope + " " + window).isEqualTo(1);
        assertThat(trend.getFrames()).as(scope + " " + window).isEqualTo(1);
        assertThat(trend.getFaces()).as(scope + " " + window).isEqualTo(1);
      }
    }
    assertThat(published("SITE/*", DAY, SPRING - 23 * HOUR).getLate()).isEqualTo(1);
  }

  @Test
  void twoSitesAndACameraOfNoneAddUpInEverything() {
    register("door", "north");
    register("till", "north");
    register("gate", "south");
    for (String camera : new String[] {"door", "till", "gate", "stray"}) {
      frame(camera, SPRING + 5 * HOUR, camera.equals("till") ? 3 : 1);
      frame(camera, SPRING + 5 * HOUR + 20_000, 0);
      frame(camera, SPRING + 5 * HOUR + 90_000, 0);
    }
    long at = SPRING + 5 * HOUR;
    assertThat(published("SITE/north", 60_000, at).getFaces()).isEqualTo(4);
    assertThat(published("SITE/north", 60_000, at).getCameras()).isEqualTo(2);
    assertThat(published("SITE/south", 60_000, at).getFaces()).isEqualTo(1);
    Trend all = published("SITE/*", 60_000, at);
    assertThat(all.getFaces()).isEqualTo(6);
    assertThat(all.getFrames()).isEqualTo(8);
    assertThat(all.getCameras()).isEqualTo(4);
    Trend hour = stored(StoreNames.SITE_TRENDS, "SITE/*", HOUR, at);
    assertThat(hour.getFrames()).isEqualTo(8);
    assertThat(hour.getCameras()).isEqualTo(4);
    assertThat(hour.getClosed()).isFalse();
  }

  @Test
  void aMinuteThatClosesASecondTimeIsAddedOnce() {
    register("door", "north");
    long at = Pipeline.WALL - Pipeline.WALL % HOUR;
    frame("door", at + 1_000, 1);
    pipeline.wait(Duration.ofSeconds(31));
    frame("door", at + 35_000, 1);
    pipeline.wait(Duration.ofSeconds(31));
    for (String scope : new String[] {"CAMERA/door", "SITE/north", "SITE/*"}) {
      assertThat(published(scope, 60_000, at).getFrames()).as(scope).isEqualTo(2);
    }
    Trend hour = stored(StoreNames.SITE_TRENDS, "SITE/*", HOUR, at);
    assertThat(hour.getFrames()).isEqualTo(2);
    assertThat(hour.getFaces()).isEqualTo(2);
    assertThat(hour.getCameras()).isEqualTo(1);
  }

  @Test
  void anHourOfASilentCameraClosesByTheWallClock() {
    register("door", "north");
    long hour = Pipeline.WALL - Pipeline.WALL % HOUR;
    frame("door", Pipeline.WALL, 1);
    long left = hour + HOUR - Pipeline.WALL;
    pipeline.wait(Duration.ofMillis(left));
    assertThat(published("CAMERA/door", HOUR, hour)).isNull();
    pipeline.wait(Duration.ofSeconds(40));
    assertThat(published("CAMERA/door", HOUR, hour).getFrames()).isEqualTo(1);
    assertThat(published("SITE/north", HOUR, hour).getClosed()).isTrue();
    assertThat(published("SITE/*", HOUR, hour).getClosed()).isTrue();
  }

  /**
   * A frame of each ten seconds comes after 25 s, a minute after 150 s: an hour that ends 52 s
   * after what the last minute said must not end 82 s later by the wall clock.
   */
  @Test
  void anHourOfASlowRecordingWaitsForItsEnd() {
    register("door", "north");
    for (long at = SPRING + HOUR - 120_000; at <= SPRING + HOUR; at += 10_000) {
      frame("door", at, 0);
      pipeline.wait(Duration.ofSeconds(25));
    }
    assertThat(published("CAMERA/door", HOUR, SPRING)).isNull();
    assertThat(published("SITE/north", HOUR, SPRING)).isNull();
    frame("door", SPRING + HOUR + 10_000, 0);
    assertThat(published("CAMERA/door", HOUR, SPRING).getFrames()).isEqualTo(12);
    assertThat(published("SITE/north", HOUR, SPRING).getFrames()).isEqualTo(12);
  }

  @Test
  void aRecordingThatIsOverClosesItsDay() {
    register("clip", "north");
    frame("clip", SPRING + HOUR, 1);
    pipeline.statuses.pipeInput(
        "clip", Records.status("clip", CameraState.ENDED, SPRING, SPRING, 1));
    pipeline.wait(Duration.ofSeconds(2));
    assertThat(published("CAMERA/clip", DAY, SPRING).getFaces()).isEqualTo(1);
    assertThat(published("SITE/north", DAY, SPRING).getClosed()).isTrue();
  }

  @Test
  void manyFacesOfADayAreEstimatedAlikeInEveryScope() {
    register("door", "north");
    for (int minute = 0; minute < 60; minute++) {
      frame("door", SPRING + minute * 60_000L, 5);
    }
    frame("door", SPRING + 24 * HOUR, 0);
    frame("door", SPRING + 24 * HOUR + 90_000, 0);
    Trend day = published("CAMERA/door", DAY, SPRING);
    assertThat(day.getArrivals()).isEqualTo(300);
    // Four standard errors of 2.3 %.
    assertThat(day.getFaces()).isBetween(272L, 328L);
    assertThat(published("SITE/north", DAY, SPRING).getFaces()).isEqualTo(day.getFaces());
  }

  @Test
  void aWindowOfTooFewFacesIsWithheldOnTheTopicAndKeptInTheStore() {
    settings(Map.of("aggregator.min.faces", 3));
    register("door", "north");
    register("till", "north");
    for (String camera : new String[] {"door", "till"}) {
      frame(camera, SPRING, 2);
      frame(camera, SPRING + 12_000, 0);
    }
    Trend one = published("CAMERA/door", 10_000, SPRING);
    assertThat(one.getWithheld()).isTrue();
    assertThat(one.getFaces()).isEqualTo(2);
    assertThat(one.getSatisfactionCount()).isZero();
    assertThat(one.getProbabilitySums()).allMatch(p -> p == 0);
    assertThat(one.getDominantCounts()).allMatch(n -> n == 0);
    assertThat(one.getFacesSketch()).isNull();
    assertThat(stored(StoreNames.TRENDS, "CAMERA/door", 10_000, SPRING).getSatisfactionCount())
        .isEqualTo(2);
    Trend both = published("SITE/north", 10_000, SPRING);
    assertThat(both.getWithheld()).as("four faces together are enough").isFalse();
    assertThat(both.getSatisfactionCount()).isEqualTo(4);
  }

  @Test
  void windowsAreForgottenAfterTheirTimeAndNotBefore() {
    settings(
        Map.of(
            "aggregator.trend.10s.retention.ms", 60_000,
            "aggregator.trend.1m.retention.ms", 0));
    register("door", "north");
    long at = Pipeline.WALL;
    frame("door", at, 1);
    frame("door", at + 62_000, 0);
    pipeline.wait(Duration.ofSeconds(59));
    assertThat(stored(StoreNames.TRENDS, "CAMERA/door", 10_000, at)).isNotNull();
    pipeline.wait(Duration.ofSeconds(65));
    assertThat(stored(StoreNames.TRENDS, "CAMERA/door", 10_000, at)).isNull();
    assertThat(stored(StoreNames.SITE_TRENDS, "SITE/*", 10_000, at)).isNull();
    assertThat(stored(StoreNames.TRENDS, "CAMERA/door", 60_000, at - at % 60_000)).isNotNull();
  }

  @Test
  void hoursAndDaysOfAnOldRecordingGrowWhileItIsAnalysed() {
    settings(
        Map.of(
            "aggregator.trend.1h.retention.ms", 2 * HOUR,
            "aggregator.trend.1d.retention.ms", 2 * DAY));
    register("film", "north");
    long old = ms("2020-05-04T09:00:00Z");
    // Thirteen minutes of it in 130 s: the twelve that have closed are in the hour, although what
    // is too old was deleted at 60 s and at 120 s.
    for (int minute = 0; minute < 13; minute++) {
      frame("film", old + minute * 60_000 + 5_000, 1);
      pipeline.wait(Duration.ofSeconds(10));
    }
    long day = old - 9 * HOUR;
    assertThat(stored(StoreNames.TRENDS, "CAMERA/film", HOUR, old).getFrames()).isEqualTo(12);
    assertThat(stored(StoreNames.TRENDS, "CAMERA/film", DAY, day).getFrames()).isEqualTo(12);
    assertThat(stored(StoreNames.SITE_TRENDS, "SITE/north", HOUR, old).getFrames()).isEqualTo(12);
    assertThat(stored(StoreNames.SITE_TRENDS, "SITE/*", DAY, day).getFrames()).isEqualTo(12);
    frame("film", old + HOUR + 5_000, 0);
    assertThat(published("CAMERA/film", HOUR, old).getFrames()).isEqualTo(13);
  }

  @Test
  void whatARemovedCameraSawLastBelongsToItsSite() {
    register("door", "north");
    long at = Pipeline.WALL - Pipeline.WALL % HOUR;
    frame("door", at, 1);
    pipeline.cameras.pipeInput("door", (Camera) null);
    pipeline.wait(Duration.ofSeconds(31));
    for (long window : new long[] {10_000, 60_000}) {
      assertThat(published("SITE/north", window, at).getFrames()).isEqualTo(1);
    }
    assertThat(stored(StoreNames.SITE_TRENDS, "SITE/north", DAY, at - at % DAY)).isNull();
    // A day of Berlin, not of UTC.
    long day =
        Instant.ofEpochMilli(at)
            .atZone(ZoneId.of("Europe/Berlin"))
            .toLocalDate()
            .atStartOfDay(ZoneId.of("Europe/Berlin"))
            .toInstant()
            .toEpochMilli();
    assertThat(stored(StoreNames.TRENDS, "CAMERA/door", DAY, day).getFrames()).isEqualTo(1);
  }

  @Test
  void aMinuteOfACameraThatIsMovedGoesWholeToOneSite() {
    register("door", "north");
    long at = SPRING + 5 * HOUR;
    frame("door", at, 1);
    frame("door", at + 20_000, 1);
    register("door", "south");
    frame("door", at + 40_000, 1);
    frame("door", at + 60_000, 1);
    frame("door", at + 130_000, 0);
    assertThat(published("SITE/north", 60_000, at).getFrames()).isEqualTo(3);
    assertThat(published("SITE/north", 10_000, at + 40_000).getFrames()).isEqualTo(1);
    assertThat(published("SITE/south", 60_000, at)).isNull();
    assertThat(published("SITE/south", 10_000, at + 40_000)).isNull();
    assertThat(published("SITE/south", 60_000, at + 60_000).getFrames()).isEqualTo(1);
    assertThat(published("SITE/north", 60_000, at + 60_000)).isNull();
  }

  private void analyse(long session, long begin) {
    for (int second = 0; second < 150; second += 5) {
      pipeline.frame("film", session, begin + second * 1_000L, Map.of());
    }
    // Silent: all that is open closes.
    pipeline.wait(Duration.ofSeconds(31));
  }

  @Test
  void aRecordingThatIsAnalysedAgainAfterItsShortWindowsHaveExpiredIsLate() {
    settings(
        Map.of(
            "aggregator.trend.10s.retention.ms", 60_000,
            "aggregator.trend.1m.retention.ms", 240_000));
    register("film", "north");
    long begin = ms("2026-05-01T10:00:00Z");
    analyse(1, begin);
    assertThat(published("CAMERA/film", 60_000, begin).getFrames()).isEqualTo(12);
    pipeline.wait(Duration.ofSeconds(130));
    assertThat(stored(StoreNames.TRENDS, "CAMERA/film", 10_000, begin)).isNull();
    assertThat(stored(StoreNames.TRENDS, "CAMERA/film", 60_000, begin)).isNotNull();
    analyse(2, begin);
    for (String scope : new String[] {"CAMERA/film", "SITE/north", "SITE/*"}) {
      Trend minute = published(scope, 60_000, begin);
      assertThat(minute.getFrames()).as(scope).isEqualTo(12);
      assertThat(minute.getLate()).as(scope).isEqualTo(12);
    }
    assertThat(published("CAMERA/film", HOUR, begin).getFrames()).isEqualTo(30);
    // Once more when its minutes have expired, too.
    pipeline.wait(Duration.ofSeconds(420));
    assertThat(stored(StoreNames.TRENDS, "CAMERA/film", 60_000, begin)).isNull();
    analyse(3, begin);
    assertThat(published("CAMERA/film", HOUR, begin).getFrames()).isEqualTo(30);
    assertThat(published("SITE/*", HOUR, begin).getFrames()).isEqualTo(30);
    // Another recording, of another hour, which is as old, is not late.
    analyse(4, begin + HOUR);
    assertThat(published("CAMERA/film", HOUR, begin + HOUR).getFrames()).isEqualTo(30);
    assertThat(published("CAMERA/film", 60_000, begin + HOUR).getLate()).isZero();
  }

  @Test
  void anOldRecordingInTwoFilesOfTheSameMinuteIsCountedWhole() {
    register("film", "north");
    long begin = ms("2020-05-01T10:00:00Z");
    for (int half = 0; half < 2; half++) {
      for (int second = 0; second < 25; second += 5) {
        pipeline.frame("film", half + 1, begin + half * 30_000 + second * 1_000L, Map.of());
      }
      pipeline.wait(Duration.ofSeconds(100));
    }
    assertThat(published("CAMERA/film", 60_000, begin).getFrames()).isEqualTo(10);
    assertThat(published("CAMERA/film", 60_000, begin).getLate()).isZero();
  }

  @Test
  void nothingIsKeptOfACameraThatWasRemovedWhenItsWindowsHaveExpired() {
    settings(
        Map.of(
            "aggregator.trend.10s.retention.ms", 60_000,
            "aggregator.trend.1m.retention.ms", 60_000,
            "aggregator.trend.1h.retention.ms", HOUR,
            "aggregator.trend.1d.retention.ms", DAY,
            "aggregator.timeline.retention.ms", 60_000));
    register("door", "north");
    register("gone", "south");
    for (String camera : new String[] {"door", "gone"}) {
      for (long session = Pipeline.WALL - 200_000; session <= Pipeline.WALL; session += 100_000) {
        pipeline.frame(camera, session, session, Map.of());
      }
    }
    KeyValueStore<String, ?> minutes = pipeline.driver.getKeyValueStore(StoreNames.MOMENT_MINUTES);
    assertThat(minutes.get("gone")).isNotNull();
    pipeline.cameras.pipeInput("gone", (Camera) null);
    pipeline.wait(Duration.ofSeconds(61));
    KeyValueStore<String, ?> ledger = pipeline.driver.getKeyValueStore(StoreNames.LEDGER);
    KeyValueStore<String, ?> clocks = pipeline.driver.getKeyValueStore(StoreNames.CLOCKS);
    KeyValueStore<String, ?> states = pipeline.driver.getKeyValueStore(StoreNames.TREND_STATES);
    assertThat(ledger.get(StoreNames.ledgerKey("door", Pipeline.WALL - 100_000))).isNull();
    assertThat(ledger.get(StoreNames.ledgerKey("door", Pipeline.WALL))).isNotNull();
    pipeline.wait(Duration.ofSeconds(120));
    assertThat(clocks.get("gone")).isNull();
    assertThat(clocks.get("door")).isNotNull();
    assertThat(minutes.get("gone")).isNull();
    assertThat(minutes.get("door")).isNotNull();
    assertThat(ledger.get(StoreNames.ledgerKey("gone", Pipeline.WALL))).isNull();
    assertThat(states.get("gone")).as("its day is kept").isNotNull();
    assertThat(pipeline.driver.getKeyValueStore(StoreNames.SITE_TREND_STATES).get("south"))
        .isNotNull();
    // A day that has ended, a day of keeping it, and the time that goes by before it is looked for.
    pipeline.driver.advanceWallClockTime(Duration.ofHours(24));
    pipeline.driver.advanceWallClockTime(Duration.ofHours(26));
    pipeline.wait(Duration.ofSeconds(61));
    assertThat(states.get("gone")).isNull();
    assertThat(states.get("door")).isNotNull();
    assertThat(pipeline.driver.getKeyValueStore(StoreNames.SITE_TREND_STATES).get("south"))
        .as("nor of a site of which no window is kept")
        .isNull();
  }
}
