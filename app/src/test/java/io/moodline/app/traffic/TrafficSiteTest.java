package io.moodline.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficSiteTest {

  private static final int LUNCH = 12;

  /** 40 an hour, 300 at lunch, which is bad; open from 8 to 20 in Berlin. */
  private static TrafficSite bistro() {
    return new TrafficSite(
        "bistro",
        ZoneId.of("Europe/Berlin"),
        LocalTime.of(8, 0),
        LocalTime.of(20, 0),
        IntStream.range(0, 24).mapToObj(h -> h == LUNCH ? 300.0 : 40.0).toList(),
        IntStream.range(0, 24).mapToObj(h -> h == LUNCH ? Mood.BAD : Mood.GOOD).toList());
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @Test
  void itOpensByTheClockOnItsWallAlsoAfterTheClockWasPutBack() {
    // On 2026-10-25 Berlin's clocks go from UTC+2 to UTC+1: 8:00 is 6:00Z the day before, 7:00Z on.
    TrafficSite site = bistro();
    assertThat(site.nextOpen(at("2026-10-24T05:00:00Z"))).isEqualTo(at("2026-10-24T06:00:00Z"));
    assertThat(site.nextOpen(at("2026-10-24T12:34:56Z"))).isEqualTo(at("2026-10-24T12:34:56Z"));
    assertThat(site.isOpen(at("2026-10-24T17:59:59Z"))).isTrue();
    assertThat(site.isOpen(at("2026-10-24T18:00:00Z"))).isFalse();
    assertThat(site.nextOpen(at("2026-10-24T18:00:00Z"))).isEqualTo(at("2026-10-25T07:00:00Z"));
  }

  @Test
  void asManyComeAsTheHourSays() {
    long begin = at("2026-10-25T00:00:00Z");
    int days = 100;
    Arrivals arrivals = new Arrivals(bistro(), new Random(5), begin, begin + days * 86_400_000L);
    int[] byHour = new int[24];
    for (long at = arrivals.next(); at != Long.MAX_VALUE; at = arrivals.next()) {
      byHour[Instant.ofEpochMilli(at).atZone(ZoneId.of("Europe/Berlin")).getHour()]++;
    }
    // A Poisson count of mean m has a deviation of the root of m: 63 of 4000, 173 of 30000.
    for (int hour = 0; hour < 24; hour++) {
      double mean = hour < 8 || hour >= 20 ? 0 : days * (hour == LUNCH ? 300 : 40);
      assertThat((double) byHour[hour])
          .as("hour %d", hour)
          .isCloseTo(mean, within(5 * Math.sqrt(mean)));
    }
  }

  @Test
  void aDayOfTwentyThreeMoodsIsRefused() {
    List<Double> rates = Collections.nCopies(24, 1.0);
    List<Mood> moods = Collections.nCopies(23, Mood.GOOD);
    LocalTime noon = LocalTime.NOON;
    ZoneId zone = ZoneId.of("UTC");
    assertThatThrownBy(() -> new TrafficSite("s", zone, noon, noon, rates, moods))
        .hasMessage("moods has 23 values, but must have one for each of 24 hours");
  }
}
