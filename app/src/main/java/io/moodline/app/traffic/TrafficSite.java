package io.moodline.app.traffic;

import io.moodline.topics.Ids;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A place that people visit. Everything goes by its own clock on the wall.
 *
 * @param id the site's id
 * @param zone whose time its clocks show
 * @param opens when its day begins (inclusive)
 * @param closes when its day ends (exclusive), later than {@code opens}; equal to it: never closed
 * @param visitsPerHour how many come before one camera in each of the 24 hours of the clock, 0 or
 *     more; while it is closed nobody comes
 * @param moods how they feel in each of the 24 hours
 */
public record TrafficSite(
    String id,
    ZoneId zone,
    LocalTime opens,
    LocalTime closes,
    List<Double> visitsPerHour,
    List<Mood> moods) {

  private static final int HOURS = 24;

  /** Refuses what makes no sense, by name. */
  public TrafficSite {
    Ids.requireValid("site", id);
    visitsPerHour = List.copyOf(visitsPerHour);
    moods = List.copyOf(moods);
    if (closes.isBefore(opens)) {
      throw new IllegalArgumentException(
          "closes is " + closes + ", but must not be before opens, which is " + opens);
    }
    requireHours("visitsPerHour", visitsPerHour.size());
    requireHours("moods", moods.size());
    if (!visitsPerHour.stream().allMatch(visits -> visits >= 0 && visits < 1e6)) {
      throw new IllegalArgumentException(
          "visitsPerHour are " + visitsPerHour + ", but must each be 0 to a million");
    }
  }

  private static void requireHours(String what, int count) {
    if (count != HOURS) {
      throw new IllegalArgumentException(
          what + " has " + count + " values, but must have one for each of " + HOURS + " hours");
    }
  }

  private ZonedDateTime local(long ms) {
    return Instant.ofEpochMilli(ms).atZone(zone);
  }

  boolean neverCloses() {
    return opens.equals(closes);
  }

  boolean isOpen(long ms) {
    if (neverCloses()) {
      return true;
    }
    LocalTime time = local(ms).toLocalTime();
    return !time.isBefore(opens) && time.isBefore(closes);
  }

  /** When it is open next: {@code ms} itself when it is open then; epoch milliseconds. */
  long nextOpen(long ms) {
    if (isOpen(ms)) {
      return ms;
    }
    ZonedDateTime now = local(ms);
    ZonedDateTime today = now.toLocalDate().atTime(opens).atZone(zone);
    ZonedDateTime next =
        today.isBefore(now) ? now.toLocalDate().plusDays(1).atTime(opens).atZone(zone) : today;
    return next.toInstant().toEpochMilli();
  }

  /** How many visits an hour begin before one camera at this time. */
  double visitsPerHourAt(long ms) {
    return isOpen(ms) ? visitsPerHour.get(local(ms).getHour()) : 0;
  }

  double mostVisitsPerHour() {
    return visitsPerHour.stream().mapToDouble(v -> v).max().orElse(0);
  }

  Mood moodAt(long ms) {
    return moods.get(local(ms).getHour());
  }
}
