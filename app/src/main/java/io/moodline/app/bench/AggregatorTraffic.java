package io.moodline.app.bench;

import io.moodline.app.traffic.FrameRhythm;
import io.moodline.app.traffic.Mishaps;
import io.moodline.app.traffic.Mood;
import io.moodline.app.traffic.TrafficCamera;
import io.moodline.app.traffic.TrafficPlan;
import io.moodline.app.traffic.TrafficSite;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The traffic that the aggregator is measured with. */
final class AggregatorTraffic {

  private static final long SEED = 5;
  private static final int CAMERAS_PER_SITE = 10;
  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final LocalTime CLOSES = LocalTime.of(20, 0);
  private static final int BAD_HOUR = 12;

  /** A moment of every minute that is long enough to see that somebody stays. */
  private static final FrameRhythm SPARSE = new FrameRhythm(1_000, 3_000, 60_000, 0);

  private static final double FPS = 5;
  private static final int VISITS_PER_HOUR = 600;

  /** How long visits last, about. */
  private static final double STAY_S = 20;

  private AggregatorTraffic() {}

  /**
   * As dense as live cameras are: 5 frames a second, several faces in each.
   *
   * @param events about how many in all
   */
  static TrafficPlan dense(int cameras, long events, LocalDate day) {
    double facesAtATime = VISITS_PER_HOUR * STAY_S / 3_600;
    double seconds = events / (cameras * FPS * facesAtATime);
    TrafficSite site = site("mall", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, h -> VISITS_PER_HOUR);
    long begin = begin(day);
    return new TrafficPlan(
        SEED,
        begin,
        begin + (long) (seconds * 1000),
        0,
        Mishaps.SOME,
        cameras(cameras, List.of(site), FrameRhythm.every((long) (1000 / FPS))));
  }

  /**
   * Many days, each minute of opening hours with a few frames, so that each of their windows
   * exists.
   *
   * @param last the last day (inclusive)
   */
  static TrafficPlan days(int cameras, int days, LocalDate last) {
    List<TrafficSite> sites = new ArrayList<>();
    for (int i = 0; i * CAMERAS_PER_SITE < cameras; i++) {
      String id = String.format(Locale.ROOT, "store-%02d", i);
      sites.add(site(id, OPENS, CLOSES, h -> h == BAD_HOUR || h >= 17 ? 360 : 150));
    }
    return new TrafficPlan(
        SEED,
        begin(last.minusDays(days - 1L)),
        begin(last) + Duration.ofDays(1).toMillis(),
        0,
        Mishaps.NONE,
        cameras(cameras, sites, SPARSE));
  }

  private static long begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private static TrafficSite site(
      String id, LocalTime opens, LocalTime closes, IntFunction<Integer> visits) {
    List<Mood> moods = new ArrayList<>(Collections.nCopies(24, Mood.GOOD));
    moods.set(BAD_HOUR, Mood.BAD);
    List<Double> perHour = IntStream.range(0, 24).mapToObj(h -> (double) visits.apply(h)).toList();
    return new TrafficSite(id, ZoneId.of("UTC"), opens, closes, perHour, moods);
  }

  private static List<TrafficCamera> cameras(
      int count, List<TrafficSite> sites, FrameRhythm rhythm) {
    List<TrafficCamera> cameras = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TrafficSite site = sites.get(i / CAMERAS_PER_SITE % sites.size());
      String id = String.format(Locale.ROOT, "camera-%03d", i);
      cameras.add(new TrafficCamera(id, site, rhythm, List.of()));
    }
    return cameras;
  }
}
