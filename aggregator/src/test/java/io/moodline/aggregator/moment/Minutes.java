package io.moodline.aggregator.moment;

import static io.moodline.aggregator.Records.mostly;

import io.moodline.schemas.Emotion;

/** Minutes for tests. */
public final class Minutes {

  /** A multiple of a minute. */
  public static final long T = 1_779_999_960_000L;

  private Minutes() {}

  /** The n-th minute, with 100 observations of the same satisfaction. */
  static Minute satisfied(int n, double satisfaction) {
    return satisfied(n, satisfaction, 100);
  }

  static Minute satisfied(int n, double satisfaction, long observations) {
    return new Minute(
        T + n * Minute.LENGTH_MS,
        2,
        120_000,
        observations,
        new double[8],
        observations,
        observations * satisfaction);
  }

  /** The n-th minute, with so many faces on average, none of which could be judged. */
  static Minute crowded(int n, double faces) {
    return new Minute(
        T + n * Minute.LENGTH_MS,
        Math.round(faces),
        Math.round(faces * Minute.LENGTH_MS),
        0,
        new double[8],
        0,
        0);
  }

  /** The n-th minute, with so many faces that show an emotion with a mean probability. */
  static Minute showing(int n, long faces, Emotion emotion, double share) {
    long judged = faces * 10;
    double[] sums = mostly(emotion, share);
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= judged;
    }
    return new Minute(
        T + n * Minute.LENGTH_MS, faces, faces * 30_000, judged, sums, judged, judged * 50.0);
  }
}
