package io.moodline.app.replay;

import io.moodline.app.traffic.FrameRhythm;
import io.moodline.app.traffic.Mishaps;
import io.moodline.app.traffic.Mood;
import io.moodline.app.traffic.Outage;
import io.moodline.app.traffic.TrafficCamera;
import io.moodline.app.traffic.TrafficPlan;
import io.moodline.app.traffic.TrafficSite;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A Sunday at a railway station in Berlin, which never closes and whose clocks are put back that
 * night, so that its day has 25 hours; and at a market in Kolkata, whose days begin half an hour
 * beside everybody's hours.
 */
final class ReplayedDay {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  /** When something goes wrong at the station. */
  static final int BAD_HOUR = 12;

  static final long BEGIN = ms("2026-10-24T18:30:00Z");

  /** A little after the day has ended everywhere, so that it is closed everywhere. */
  static final long END = ms("2026-10-26T00:10:00Z");

  static final TrafficSite STATION =
      new TrafficSite(
          "station",
          BERLIN,
          LocalTime.MIDNIGHT,
          LocalTime.MIDNIGHT,
          hours(h -> h < 6 ? 10.0 : h == BAD_HOUR ? 480.0 : 150.0),
          hours(h -> h == BAD_HOUR ? Mood.BAD : Mood.GOOD));

  /** Flowers are sold from midnight on, so that the next day's frames close the day. */
  static final TrafficSite MARKET =
      new TrafficSite(
          "market",
          KOLKATA,
          LocalTime.MIDNIGHT,
          LocalTime.of(9, 40),
          hours(h -> h >= 4 && h <= 7 ? 400.0 : 60.0),
          hours(h -> Mood.GOOD));

  static final Outage OUTAGE =
      new Outage(ms("2026-10-25T14:20:03Z"), ms("2026-10-25T15:05:41Z"), "no answer within 4 s");

  /** The cameras: evenly spaced frames, and bursts of many with pauses between them. */
  static final TrafficPlan PLAN =
      new TrafficPlan(
          20261025,
          BEGIN,
          END,
          0,
          Mishaps.SOME,
          List.of(
              camera("hall", STATION, new FrameRhythm(1_000, 10_000, 60_000, 0)),
              camera("platform", STATION, new FrameRhythm(400, 6_000, 60_000, 131), OUTAGE),
              camera("gate", MARKET, FrameRhythm.every(2_000)),
              camera("stall", MARKET, new FrameRhythm(1_000, 20_000, 60_000, 977))));

  private static TrafficCamera camera(
      String id, TrafficSite site, FrameRhythm rhythm, Outage... outages) {
    return new TrafficCamera(id, site, rhythm, List.of(outages));
  }

  private ReplayedDay() {}

  private static long ms(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static <T> List<T> hours(java.util.function.IntFunction<T> each) {
    return IntStream.range(0, 24).mapToObj(each).toList();
  }
}
