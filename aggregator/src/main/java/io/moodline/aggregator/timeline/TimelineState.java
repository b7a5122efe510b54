package io.moodline.aggregator.timeline;

import io.moodline.schemas.Emotion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of one track so far. Immutable; arrays are never changed.
 *
 * @param firstMs capture time of the first frame, epoch milliseconds
 * @param lastMs capture time of the last frame, epoch milliseconds
 * @param observations frames in which the face was seen
 * @param lowQuality of those, frames whose face was not fit to be judged
 * @param rawSums sums of the raw probabilities of the others
 * @param smoothed the last smoothed probabilities, or null before the first fit frame
 * @param smoothedMs when that was
 * @param dominance segments; null before the first fit frame
 * @param satisfaction its mean over time
 * @param series the smoothed probabilities once a second
 * @param weighted what the verdict on the visit is made of
 * @param rawFlips how often the emotion of single frames changed
 */
public record TimelineState(
    long firstMs,
    long lastMs,
    long observations,
    long lowQuality,
    double[] rawSums,
    double[] smoothed,
    long smoothedMs,
    Dominance dominance,
    SatisfactionMean satisfaction,
    Series series,
    WeightedSums weighted,
    RawFlips rawFlips) {

  /** A shorter visit does not tell how often anything changes, milliseconds. */
  static final long MIN_FLIPS_MS = 5_000;

  private static final double MINUTE = 60_000;

  static TimelineState starting(long firstMs) {
    return new TimelineState(
        firstMs,
        firstMs,
        0,
        0,
        new double[Probabilities.SIZE],
        null,
        0,
        null,
        SatisfactionMean.NONE,
        Series.NONE,
        WeightedSums.NONE,
        RawFlips.NONE);
  }

  /** This, with another series. */
  public TimelineState with(Series other) {
    return new TimelineState(
        firstMs,
        lastMs,
        observations,
        lowQuality,
        rawSums,
        smoothed,
        smoothedMs,
        dominance,
        satisfaction,
        other,
        weighted,
        rawFlips);
  }

  /** Frames whose face was fit to be judged. */
  public long judged() {
    return observations - lowQuality;
  }

  /** The segments so far: they cover first to last seen; empty when no frame was fit. */
  public List<EmotionSegment> segments() {
    return dominance == null ? List.of() : dominance.segments(lastMs);
  }

  /** Means of the raw probabilities; empty when no frame was fit to be judged. */
  public double[] meanProbabilities() {
    return judged() == 0 ? new double[0] : Probabilities.divided(rawSums, judged());
  }

  /** How often the dominant emotion changed, a minute; null for a visit too short to say. */
  public Double flipsPerMinute() {
    return perMinute(segments().size() - 1L);
  }

  /** How often the emotion of single frames changed, a minute; null likewise. */
  public Double rawFlipsPerMinute() {
    return perMinute(rawFlips.changes());
  }

  private Double perMinute(long changes) {
    long ms = lastMs - firstMs;
    return dominance == null || ms < MIN_FLIPS_MS ? null : (Double) (changes * MINUTE / ms);
  }

  /** The emotion that was dominant longest; null when no frame was fit to be judged. */
  public Emotion longest() {
    if (dominance == null) {
      return null;
    }
    Map<Emotion, Long> times = new EnumMap<>(Emotion.class);
    segments().forEach(s -> times.merge(s.emotion(), s.toMs() - s.fromMs(), Long::sum));
    Emotion longest = dominance.dominant();
    for (Map.Entry<Emotion, Long> entry : times.entrySet()) {
      if (entry.getValue() > times.get(longest)) {
        longest = entry.getKey();
      }
    }
    return longest;
  }
}
