package io.moodline.aggregator.timeline;

import io.moodline.emotion.ValenceWeights;

/**
 * Builds the timeline of a track from its observations, one at a time. Immutable and thread-safe.
 */
public final class TimelineBuilder {

  private final SmoothingSettings settings;
  private final ValenceWeights weights;
  private final Smoother smoother;

  /**
   * @param settings how to smooth
   * @param weights how pleased each emotion counts as
   */
  public TimelineBuilder(SmoothingSettings settings, ValenceWeights weights) {
    this.settings = settings;
    this.weights = weights;
    this.smoother = new Smoother(settings.tauMs());
  }

  /** A new track. */
  public TimelineState begin(Observation first) {
    return next(TimelineState.starting(first.atMs()), first);
  }

  /**
   * The track after one more observation.
   *
   * @throws IllegalArgumentException when it is not later than the last one: a duplicate or out of
   *     order
   */
  public TimelineState next(TimelineState state, Observation seen) {
    if (state.observations() > 0 && seen.atMs() <= state.lastMs()) {
      throw new IllegalArgumentException(
          "an observation of " + seen.atMs() + " ms follows one of " + state.lastMs() + " ms");
    }
    return seen.lowQuality() ? unfit(state, seen) : fit(state, seen);
  }

  private static TimelineState unfit(TimelineState state, Observation seen) {
    return new TimelineState(
        state.firstMs(),
        seen.atMs(),
        state.observations() + 1,
        state.lowQuality() + 1,
        state.rawSums(),
        state.smoothed(),
        state.smoothedMs(),
        state.dominance(),
        state.satisfaction().broken(),
        state.series(),
        state.weighted(),
        state.rawFlips());
  }

  private TimelineState fit(TimelineState state, Observation seen) {
    double[] rawSums = Probabilities.plus(state.rawSums(), seen.raw());
    boolean first = state.dominance() == null;
    double[] smoothed =
        first
            ? seen.raw().clone()
            : smoother.next(state.smoothed(), seen.raw(), seen.atMs() - state.smoothedMs());
    Dominance dominance =
        first
            ? Dominance.begin(state.firstMs(), smoothed)
            : state.dominance().next(seen.atMs(), smoothed, seen.raw(), rawSums, settings);
    double satisfied = isUncertain(smoothed) ? Double.NaN : weights.satisfaction(smoothed);
    SatisfactionMean satisfaction =
        Double.isNaN(satisfied)
            ? state.satisfaction().broken()
            : state.satisfaction().plus(seen.atMs(), satisfied, settings.maxGapMs());
    return new TimelineState(
        state.firstMs(),
        seen.atMs(),
        state.observations() + 1,
        state.lowQuality(),
        rawSums,
        smoothed,
        seen.atMs(),
        dominance,
        satisfaction,
        state.series().plus(seen.atMs(), smoothed, satisfied),
        state.weighted().plus(seen.raw(), seen.weight()),
        state.rawFlips().plus(seen.raw()));
  }

  /** True when no emotion's smoothed probability reaches the limit. */
  public boolean isUncertain(double[] smoothed) {
    return smoothed[Probabilities.highest(smoothed).ordinal()] < settings.uncertainBelow();
  }

  /**
   * What the newest observation adds to trends.
   *
   * @param previous the state before it, or null when it was the track's first
   * @param state the state after it
   * @param lowQuality whether it was not fit to be judged
   */
  public Sighting sighting(
      String faceId, TimelineState previous, TimelineState state, boolean lowQuality) {
    boolean first = previous == null;
    long watchedSince = first ? state.lastMs() : previous.lastMs();
    if (state.lastMs() - watchedSince > settings.maxGapMs()) {
      watchedSince = state.lastMs();
    }
    if (lowQuality) {
      return new Sighting(
          faceId, state.lastMs(), watchedSince, first, true, false, null, null, Double.NaN);
    }
    return new Sighting(
        faceId,
        state.lastMs(),
        watchedSince,
        first,
        false,
        isUncertain(state.smoothed()),
        state.smoothed(),
        state.dominance().dominant(),
        weights.satisfaction(state.smoothed()));
  }
}
