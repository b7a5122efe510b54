package io.moodline.aggregator.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where windows begin and end in one time zone. Windows of up to a minute begin at multiples of
 * their length, UTC. A day goes from its first moment to that of the next day in the zone: 23 or 25
 * hours when clocks are changed. Hours are counted from the day's begin, the last one cut at the
 * day's end, so that they partition the day in every zone, and minutes partition hours. Immutable.
 */
public final class WindowGrid {

  private final ZoneId zone;

  public WindowGrid(ZoneId zone) {
    this.zone = zone;
  }

  /** The zone that days are of. */
  public ZoneId zone() {
    return zone;
  }

  /** The window that {@code atMs} (epoch milliseconds) falls into. */
  public Span at(Step step, long atMs) {
    return switch (step) {
      case TEN_SECONDS, MINUTE -> aligned(step.ms(), atMs);
      case HOUR -> hour(atMs);
      case DAY -> day(atMs);
    };
  }

  /** The window that {@code endMs} ends, or lies in: where a range up to {@code endMs} stops. */
  public Span before(Step step, long endMs) {
    return at(step, endMs - 1);
  }

  private static Span aligned(long windowMs, long atMs) {
    long start = Windows.start(atMs, windowMs);
    return new Span(start, start + windowMs);
  }

  private Span hour(long atMs) {
    Span day = day(atMs);
    long start = day.startMs() + Windows.start(atMs - day.startMs(), Step.HOUR.ms());
    return new Span(start, Math.min(start + Step.HOUR.ms(), day.endMs()));
  }

  /**
   * The last day that has begun. Where clocks go back over midnight, the old date comes a second
   * time after the new one has begun, and belongs to the new one.
   */
  private Span day(long atMs) {
    LocalDate date = Instant.ofEpochMilli(atMs).atZone(zone).toLocalDate();
    LocalDate next = date.plusDays(1);
    // A date that a zone left out (Samoa, 30 December 2011) has no moment of its own.
    while (startOf(next) <= atMs) {
      next = next.plusDays(1);
    }
    LocalDate begin = next.minusDays(1);
    while (startOf(begin) > atMs || startOf(begin) == startOf(next)) {
      begin = begin.minusDays(1);
    }
    return new Span(startOf(begin), startOf(next));
  }

  private long startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
