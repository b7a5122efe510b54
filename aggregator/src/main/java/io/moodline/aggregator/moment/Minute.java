package io.moodline.aggregator.moment;

import io.moodline.schemas.Emotion;
import io.moodline.schemas.Trend;

/**
 * A closed minute before one camera: what the finders of changes look at.
 *
 * @param startMs its begin, epoch milliseconds
 * @param faces distinct tracks seen in it
 * @param faceMs face-time: for how long each was seen, summed, milliseconds
 * @param judged observations that {@code probabilitySums} are over
 * @param probabilitySums eight sums of smoothed probabilities in the order of {@link Emotion}
 * @param satisfactionCount observations that {@code satisfactionSum} is over
 * @param satisfactionSum sum of satisfaction, each 0 to 100
 */
public record Minute(
    long startMs,
    long faces,
    long faceMs,
    long judged,
    double[] probabilitySums,
    long satisfactionCount,
    double satisfactionSum) {

  /** Its length, milliseconds. */
  public static final long LENGTH_MS = 60_000;

  /** The minute that a window of a minute tells of. */
  public static Minute of(Trend window) {
    return new Minute(
        window.getWindowStartMs(),
        window.getFaces(),
        window.getFaceMs(),
        window.getJudged(),
        window.getProbabilitySums().stream().mapToDouble(sum -> sum).toArray(),
        window.getSatisfactionCount(),
        window.getSatisfactionSum());
  }

  /** Its end (exclusive), epoch milliseconds. */
  public long endMs() {
    return startMs + LENGTH_MS;
  }

  /** How many faces were there on average. */
  double occupancy() {
    return (double) faceMs / LENGTH_MS;
  }

  /** Mean satisfaction, 0 to 100; not for one without observations. */
  double satisfaction() {
    return satisfactionSum / satisfactionCount;
  }

  /** Mean probability of an emotion, 0 to 1; not for one in which nobody was judged. */
  double share(Emotion emotion) {
    return probabilitySums[emotion.ordinal()] / judged;
  }
}
