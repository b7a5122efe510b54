package io.moodline.aggregator.trend;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds for each window the windows of the same wall-clock time some days before. Where clocks were
 * changed on either of the two days, that may be none (the hour that was left out: there is nothing
 * to compare with) or two (the hour that came twice: together), and the two windows of an hour that
 * comes twice are both compared with the one before. Immutable.
 */
public final class Comparison {

  private final WindowGrid grid;
  private final Step step;
  private final int days;

  /**
   * A window's counterpart.
   *
   * @param span from the begin of the first window to the end of the last; empty, at the time that
   *     was left out, when there is none
   * @param windows in order
   */
  public record Match(Span span, List<Span> windows) {}

  /**
   * @param grid of the zone
   * @param days how many days before
   */
  public Comparison(WindowGrid grid, Step step, int days) {
    this.grid = grid;
    this.step = step;
    this.days = days;
  }

  /** The counterpart of each window; windows of {@code points} are in order, without gaps. */
  public List<Match> match(List<Span> points) {
    List<Match> matches = new ArrayList<>();
    TreeMap<LocalDateTime, List<Span>> before = windowsBefore(points);
    for (Span point : points) {
      LocalDateTime from = local(point.startMs()).minusDays(days);
      List<Span> windows = new ArrayList<>();
      before.subMap(from, end(from)).values().forEach(windows::addAll);
      long at = earliest(from);
      matches.add(
          windows.isEmpty()
              ? new Match(new Span(at, at), windows)
              : new Match(
                  new Span(windows.get(0).startMs(), windows.get(windows.size() - 1).endMs()),
                  windows));
    }
    return matches;
  }

  /** All windows that may be somebody's counterpart, by the wall clock at their begin. */
  private TreeMap<LocalDateTime, List<Span>> windowsBefore(List<Span> points) {
    TreeMap<LocalDateTime, List<Span>> found = new TreeMap<>();
    if (points.isEmpty()) {
      return found;
    }
    LocalDateTime first = local(points.get(0).startMs()).minusDays(days);
    LocalDateTime last = local(points.get(points.size() - 1).startMs()).minusDays(days);
    long to = latest(end(last));
    Span window = grid.at(step, earliest(first));
    while (window.startMs() < to) {
      found.computeIfAbsent(local(window.startMs()), any -> new ArrayList<>()).add(window);
      window = grid.at(step, window.endMs());
    }
    return found;
  }

  /** Up to where a window's counterparts begin: hours do not reach into the next day. */
  private LocalDateTime end(LocalDateTime from) {
    LocalDateTime end = from.plus(step.ms(), ChronoUnit.MILLIS);
    LocalDateTime midnight = from.toLocalDate().plusDays(1).atStartOfDay();
    return end.isBefore(midnight) ? end : midnight;
  }

  /** What a clock on the wall shows; of a day, its midnight, also where that was left out. */
  private LocalDateTime local(long atMs) {
    LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(atMs), grid.zone());
    return step == Step.DAY ? local.toLocalDate().atStartOfDay() : local;
  }

  private long earliest(LocalDateTime local) {
    return instant(local, true);
  }

  private long latest(LocalDateTime local) {
    return instant(local, false);
  }

  private long instant(LocalDateTime local, boolean early) {
    List<ZoneOffset> offsets = grid.zone().getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition leftOut = grid.zone().getRules().getTransition(local);
      return leftOut.getInstant().toEpochMilli();
    }
    ZoneOffset offset = offsets.get(early ? 0 : offsets.size() - 1);
    return local.toInstant(offset).toEpochMilli();
  }
}
