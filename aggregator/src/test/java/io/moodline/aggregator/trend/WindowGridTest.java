package io.moodline.aggregator.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowGridTest {

  private static WindowGrid grid(String zone) {
    return new WindowGrid(ZoneId.of(zone));
  }

  private static long ms(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  private static Span span(String from, String to) {
    return new Span(ms(from), ms(to));
  }

  /** Begin and end of the day that a moment is in, by the tables of each zone. */
  @ParameterizedTest
  @CsvSource({
    // Plain days: UTC+1, and UTC+5:30.
    "Europe/Berlin, 2026-01-15T12:00:00Z, 2026-01-14T23:00:00Z, 2026-01-15T23:00:00Z",
    "Asia/Kolkata, 2026-01-15T18:29:59Z, 2026-01-14T18:30:00Z, 2026-01-15T18:30:00Z",
    // Clocks forward on 29 March 2026 (23 hours), back on 25 October (25 hours).
    "Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    // Lord Howe Island changes by half an hour: UTC+11 to UTC+10:30 on 5 April 2026.
    "Australia/Lord_Howe, 2026-04-05T00:00:00Z, 2026-04-04T13:00:00Z, 2026-04-05T13:30:00Z",
    // Brazil's clocks went forward at midnight: 4 November 2018 began at 01:00 (UTC-2)...
    "America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
    "America/Sao_Paulo, 2018-11-04T02:59:59Z, 2018-11-03T03:00:00Z, 2018-11-04T03:00:00Z",
    // ... and back at midnight: 17 February 2018 had its last hour twice.
    "America/Sao_Paulo, 2018-02-18T02:30:00Z, 2018-02-17T02:00:00Z, 2018-02-18T03:00:00Z",
    // Samoa left out 30 December 2011: the 29th (UTC-10) is followed by the 31st (UTC+14).
    "Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
    "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
    // Newfoundland's clocks went back at 00:01: that first minute of 7 November 2010 (UTC-2:30)
    // began the day, and the 6th's last hour came again within it.
    "America/St_Johns, 2010-11-07T02:45:00Z, 2010-11-07T02:30:00Z, 2010-11-08T03:30:00Z"
  })
  void aDayGoesFromMidnightToMidnightInItsZone(String zone, String at, String from, String to) {
    assertThat(grid(zone).at(Step.DAY, ms(at))).isEqualTo(span(from, to));
  }

  @Test
  void hoursAreCountedFromTheDaysBegin() {
    assertThat(grid("Asia/Kolkata").at(Step.HOUR, ms("2026-01-15T12:45:00Z")))
        .as("18:15 in Kolkata")
        .isEqualTo(span("2026-01-15T12:30:00Z", "2026-01-15T13:30:00Z"));
    assertThat(grid("Australia/Lord_Howe").at(Step.HOUR, ms("2026-04-05T13:29:00Z")))
        .as("the last half hour of a day of 24 and a half")
        .isEqualTo(span("2026-04-05T13:00:00Z", "2026-04-05T13:30:00Z"));
  }

  @Test
  void shortWindowsAreMultiplesInUtc() {
    WindowGrid grid = grid("Asia/Kolkata");
    assertThat(grid.at(Step.TEN_SECONDS, ms("2026-01-15T12:00:19.999Z")))
        .isEqualTo(span("2026-01-15T12:00:10Z", "2026-01-15T12:00:20Z"));
    assertThat(grid.before(Step.MINUTE, ms("2026-01-15T12:01:00Z")))
        .isEqualTo(span("2026-01-15T12:00:00Z", "2026-01-15T12:01:00Z"));
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        "UTC",
        "Europe/Berlin",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "America/Sao_Paulo",
        "America/St_Johns",
        "America/Havana",
        "Pacific/Apia");
  }

  /** 2005 to 2035. */
  @Provide
  Arbitrary<Long> moments() {
    return Arbitraries.longs().between(1_104_537_600_000L, 2_051_222_400_000L);
  }

  @Property(tries = 2_000)
  void minutesPartitionHoursAndThesePartitionDays(
      @ForAll("zones") String zone, @ForAll("moments") long at) {
    WindowGrid grid = grid(zone);
    Span day = grid.at(Step.DAY, at);
    assertThat(day.startMs()).isLessThanOrEqualTo(at);
    assertThat(day.endMs()).isGreaterThan(at);
    assertThat(grid.at(Step.DAY, day.endMs()).startMs()).as("no gap").isEqualTo(day.endMs());
    assertThat(grid.at(Step.DAY, day.startMs())).isEqualTo(day);
    assertThat(grid.at(Step.DAY, day.endMs() - 1)).isEqualTo(day);
    long next = day.startMs();
    while (next < day.endMs()) {
      Span hour = grid.at(Step.HOUR, next);
      assertThat(hour.startMs()).isEqualTo(next);
      assertThat(grid.at(Step.HOUR, hour.endMs() - 1)).isEqualTo(hour);
      assertThat(hour.endMs() - hour.startMs()).isLessThanOrEqualTo(Step.HOUR.ms());
      assertThat(Windows.start(next, Windows.MINUTE)).isEqualTo(next);
      next = hour.endMs();
    }
    assertThat(next).as("hours end with their day").isEqualTo(day.endMs());
  }

  @Property(tries = 500)
  void daysOfBerlinHave23To25Hours(@ForAll("moments") long at) {
    Span day = grid("Europe/Berlin").at(Step.DAY, at);
    assertThat(Duration.ofMillis(day.endMs() - day.startMs()).toHours()).isBetween(23L, 25L);
  }

  @Test
  void zonesOfSites() {
    Zones zones = Zones.parse("Europe/Berlin", "north=Asia/Kolkata, south = UTC");
    assertThat(zones.ofSite("north").zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
    assertThat(zones.ofSite("south").zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(zones.ofSite("east").zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(zones.ofSite(TrendKeys.ALL).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(zones.ofSite(null).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @ParameterizedTest
  @CsvSource({"Mars/Olympus,'',Mars/Olympus", "UTC,north,north", "UTC,no rth=UTC,no rth"})
  void badZonesAreNamed(String zone, String sites, String named) {
    assertThatThrownBy(() -> Zones.parse(zone, sites))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }
}
