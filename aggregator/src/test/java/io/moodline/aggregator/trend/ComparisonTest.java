package io.moodline.aggregator.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final WindowGrid BERLIN = new WindowGrid(ZoneId.of("Europe/Berlin"));

  private static long ms(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  private static Span span(String from, String to) {
    return new Span(ms(from), ms(to));
  }

  private static List<Span> windows(WindowGrid grid, Step step, long from, long to) {
    List<Span> windows = new ArrayList<>();
    for (Span w = grid.at(step, from); w.startMs() < to; w = grid.at(step, w.endMs())) {
      windows.add(w);
    }
    return windows;
  }

  private static Comparison.Match match(Step step, int days, String at) {
    return new Comparison(BERLIN, step, days).match(List.of(BERLIN.at(step, ms(at)))).get(0);
  }

  @Test
  void aPlainHourIsComparedWithTheOneADayBefore() {
    assertThat(match(Step.HOUR, 1, "2026-05-20T10:30:00Z").windows())
        .containsExactly(span("2026-05-19T10:00:00Z", "2026-05-19T11:00:00Z"));
  }

  @Test
  void theWallClockCountsAcrossAChange() {
    // 10:00 in Berlin is 8:00 UTC in summer, 9:00 in winter; clocks went forward on 29 March.
    assertThat(match(Step.HOUR, 7, "2026-04-01T08:00:00Z").windows())
        .containsExactly(span("2026-03-25T09:00:00Z", "2026-03-25T10:00:00Z"));
    assertThat(match(Step.DAY, 1, "2026-03-30T08:00:00Z").windows())
        .as("the day of 23 hours")
        .containsExactly(span("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
    assertThat(match(Step.TEN_SECONDS, 1, "2026-03-30T08:00:10Z").windows())
        .containsExactly(span("2026-03-29T08:00:10Z", "2026-03-29T08:00:20Z"));
  }

  @Test
  void theHourThatWasLeftOutHasNoCounterpart() {
    // 02:00 to 03:00 on 30 March; on the 29th clocks went from 02:00 to 03:00 at 1:00 UTC.
    Comparison.Match match = match(Step.HOUR, 1, "2026-03-30T00:00:00Z");
    assertThat(match.windows()).isEmpty();
    assertThat(match.span()).isEqualTo(span("2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z"));
    assertThat(match(Step.MINUTE, 1, "2026-03-30T00:30:00Z").windows()).isEmpty();
  }

  @Test
  void theHourThatCameTwiceCountsTwice() {
    // 25 October 2026: 02:00 to 03:00 came at 0:00 and at 1:00 UTC.
    Comparison.Match after = match(Step.HOUR, 1, "2026-10-26T01:00:00Z");
    assertThat(after.windows())
        .containsExactly(
            span("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"),
            span("2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z"));
    assertThat(after.span()).isEqualTo(span("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"));
    assertThat(match(Step.MINUTE, 1, "2026-10-26T01:29:00Z").windows())
        .containsExactly(
            span("2026-10-25T00:29:00Z", "2026-10-25T00:30:00Z"),
            span("2026-10-25T01:29:00Z", "2026-10-25T01:30:00Z"));
    // On the day itself both are compared with the one of the day before.
    Span before = span("2026-10-24T00:00:00Z", "2026-10-24T01:00:00Z");
    assertThat(match(Step.HOUR, 1, "2026-10-25T00:00:00Z").windows()).containsExactly(before);
    assertThat(match(Step.HOUR, 1, "2026-10-25T01:00:00Z").windows()).containsExactly(before);
  }

  @Test
  void daysThatBeginAtOneOClockAreStillDays() {
    WindowGrid brazil = new WindowGrid(ZoneId.of("America/Sao_Paulo"));
    Comparison comparison = new Comparison(brazil, Step.DAY, 1);
    List<Span> days =
        windows(brazil, Step.DAY, ms("2018-11-03T12:00:00Z"), ms("2018-11-06T01:00:00Z"));
    List<Comparison.Match> matches = comparison.match(days);
    assertThat(matches).hasSize(3);
    assertThat(matches.get(1).windows()).containsExactly(days.get(0));
    assertThat(matches.get(2).windows()).containsExactly(days.get(1));
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        "UTC", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo");
  }

  /** 2015 to 2035. */
  @Provide
  Arbitrary<Long> moments() {
    return Arbitraries.longs().between(1_420_070_400_000L, 2_051_222_400_000L);
  }

  /** Nothing of the day before is left out: its hours are all compared with one of this day's. */
  @Property(tries = 500)
  void theHoursOfAPlainDayUseEveryHourOfTheDayBeforeOnce(
      @ForAll("zones") String zone, @ForAll("moments") long at) {
    WindowGrid grid = new WindowGrid(ZoneId.of(zone));
    Span day = grid.at(Step.DAY, at);
    Span before = grid.before(Step.DAY, day.startMs());
    List<Span> used = new ArrayList<>();
    new Comparison(grid, Step.HOUR, 1)
        .match(windows(grid, Step.HOUR, day.startMs(), day.endMs()))
        .forEach(match -> used.addAll(match.windows()));
    assertThat(used).allMatch(w -> w.startMs() >= before.startMs() && w.endMs() <= before.endMs());
    if (day.endMs() - day.startMs() == Step.DAY.ms()) {
      assertThat(used)
          .containsExactlyElementsOf(windows(grid, Step.HOUR, before.startMs(), before.endMs()));
    }
  }
}
