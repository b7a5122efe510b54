package io.moodline.aggregator.api;

import static io.moodline.aggregator.api.Venue.at;

import io.moodline.schemas.Emotion;
import java.time.ZoneId;
import java.util.SplittableRandom;

/**
 * What a site or a camera of the {@link Venue} saw over time: closed at night, withheld in the
 * first half hour, the camera down after noon, nothing before a week ago.
 *
 * @param crowd people in view at the busiest time
 * @param bornMs before this there are no data
 * @param keepsAll nothing has expired
 */
record VenuePlace(ZoneId zone, String id, double crowd, long bornMs, long nowMs, boolean keepsAll) {

  /**
   * What was seen in a window.
   *
   * @param people in view on average
   * @param count seconds of faces, whole
   * @param mean satisfaction, 0 to 100
   * @param shares of the emotions, in their order
   */
  record Seen(
      String state,
      double frames,
      double people,
      long arrivals,
      long faces,
      long count,
      double mean,
      double[] shares) {

    static final Seen NOTHING = new Seen("NO_DATA", 0, 0, 0, 0, 0, 0, new double[8]);

    boolean hasFigures() {
      return state.equals("OK");
    }

    /** Both places together: sums are added, means and shares weighted by who was seen. */
    Seen plus(Seen other) {
      long both = count + other.count;
      double weight = both == 0 ? 0 : (double) other.count / both;
      double[] mixed = new double[8];
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] = between(shares[i], other.shares[i], weight);
      }
      return new Seen(
          together(state, other.state),
          frames + other.frames,
          people + other.people,
          arrivals + other.arrivals,
          faces + other.faces,
          both,
          between(mean, other.mean, weight),
          mixed);
    }

    private static double between(double a, double b, double weight) {
      return a + weight * (b - a);
    }

    private static String together(String a, String b) {
      for (String state : new String[] {"OK", "NO_FACE", "WITHHELD", "CAMERA_DOWN"}) {
        if (a.equals(state) || b.equals(state)) {
          return state;
        }
      }
      return "NO_DATA";
    }
  }

  Seen seen(long from, long to, String step) {
    boolean wholeDay = step.equals("1d");
    double hour = at(from, zone).getHour() + at(from, zone).getMinute() / 60.0;
    String state = isKept(from, step) ? state(from, hour, wholeDay) : "NO_DATA";
    double seconds = (Math.min(to, Math.max(from, nowMs)) - from) / 1000.0;
    double frames = state.equals("NO_DATA") || state.equals("CAMERA_DOWN") ? 0 : seconds * 5;
    if (!state.equals("OK")) {
      return new Seen(state, frames, 0, 0, 0, 0, 0, new double[8]);
    }
    SplittableRandom random = new SplittableRandom(from / 1000 * 7 + id.hashCode());
    double busy = wholeDay ? 0.5 : Math.max(0.08, Math.sin((hour - 8) / 14 * Math.PI));
    double people = crowd * busy * (0.8 + 0.4 * random.nextDouble());
    long arrivals = Math.round(people * seconds / 30);
    double mean =
        61 + 9 * Math.sin(hour / 3) + (random.nextDouble() - 0.5) * (seconds < 600 ? 12 : 4);
    long count = Math.max(1, Math.round(people * seconds));
    long faces = arrivals + Math.round(people);
    return new Seen(state, frames, people, arrivals, faces, count, mean, shares(mean, random));
  }

  private boolean isKept(long from, String step) {
    return keepsAll || from >= nowMs - VenueTrends.KEPT_MS.getOrDefault(step, nowMs);
  }

  private String state(long from, double hour, boolean wholeDay) {
    if (from < bornMs || from > nowMs) {
      return "NO_DATA";
    }
    if (wholeDay) {
      return "OK";
    }
    if (from > nowMs - 25 * 60_000 && from < nowMs - 18 * 60_000) {
      return "CAMERA_DOWN";
    }
    if (from > nowMs - 3_600_000) {
      return from > nowMs - 35 * 60_000 && from < nowMs - 30 * 60_000 ? "NO_FACE" : "OK";
    }
    if (hour < 8 || hour >= 22) {
      return "NO_FACE";
    }
    return hour < 8.5 ? "WITHHELD" : hour >= 13 && hour < 14 ? "CAMERA_DOWN" : "OK";
  }

  private static double[] shares(double mean, SplittableRandom random) {
    double[] p = new double[8];
    for (int i = 0; i < p.length; i++) {
      p[i] = 0.02 + 0.05 * random.nextDouble();
    }
    p[Emotion.HAPPINESS.ordinal()] = Math.max(0.05, (mean - 40) / 80);
    p[Emotion.SADNESS.ordinal()] = Math.max(0.03, (65 - mean) / 130);
    p[Emotion.NEUTRAL.ordinal()] = 0.45;
    return Venue.shares(p);
  }
}
