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
          hours(h -> h < 6 ? 6.0 : h == BAD_HOUR ? 240.0 : 60.0),
          hours(h -> h == BAD_HOUR ? Mood.BAD : Mood.GOOD));

  static final TrafficSite MARKET =
      new TrafficSite(
          "market",
          KOLKATA,
          LocalTime.of(10, 0),
          LocalTime.of(21, 30),
          hours(h -> h >= 17 ? 150.0 : 30.0),
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
              new TrafficCamera(
                  "hall", STATION, new FrameRhythm(2_000, 2_000, 2_000, 0), List.of()),
              new TrafficCamera(
                  "platform", STATION, new FrameRhythm(400, 12_000, 60_000, 131), List.of(OUTAGE)),
              new TrafficCamera("gate", MARKET, FrameRhythm.every(1_000), List.of()),
              new TrafficCamera(
                  "stall", MARKET, new FrameRhythm(2_000, 2_000, 2_000, 977), List.of())));

  private ReplayedDay() {}

  private static long ms(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static <T> List<T> hours(java.util.function.IntFunction<T> each) {
    return IntStream.range(0, 24).mapToObj(each).toList();
  }
}
