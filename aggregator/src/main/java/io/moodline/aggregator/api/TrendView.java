package io.moodline.aggregator.api;

import io.moodline.aggregator.trend.Trends;
import io.moodline.schemas.Trend;
import java.util.List;
import java.util.Map;

/** A series of windows in answers. */
record TrendView(String scope, String id, String step, String from, String to, List<Point> points) {

  /** What a window says. */
  enum State {
    /** Somebody was there. */
    OK,
    /** The camera worked; nobody was there. */
    NO_FACE,
    /** The camera gave nothing. */
    NO_DATA
  }

  /** One window. */
  record Point(
      String from,
      String to,
      State state,
      boolean closed,
      long frames,
      long framesWithFaces,
      long faces,
      long arrivals,
      long observations,
      double faceSeconds,
      long lowQuality,
      long uncertain,
      long late,
      Satisfaction satisfaction,
      Map<String, Double> probabilities,
      Map<String, Double> dominantShares) {

    static Point of(Trend trend) {
      long start = trend.getWindowStartMs();
      return new Point(
          Views.time(start),
          Views.time(start + trend.getWindowMs()),
          stateOf(trend),
          trend.getClosed(),
          trend.getFrames(),
          trend.getFramesWithFaces(),
          trend.getFaces(),
          trend.getArrivals(),
          trend.getObservations(),
          trend.getFaceMs() / 1000.0,
          trend.getLowQuality(),
          trend.getUncertain(),
          trend.getLate(),
          Satisfaction.of(trend),
          Views.byEmotion(trend.getProbabilitySums(), trend.getJudged()),
          Views.byEmotion(trend.getDominantCounts(), trend.getJudged()));
    }

    private static State stateOf(Trend trend) {
      if (trend.getObservations() > 0) {
        return State.OK;
      }
      return trend.getFrames() > 0 ? State.NO_FACE : State.NO_DATA;
    }
  }

  /** Mean satisfaction of a window, 0 to 100. */
  record Satisfaction(double mean, Double standardError, long count) {
    static Satisfaction of(Trend trend) {
      Double mean = Trends.satisfaction(trend);
      return mean == null
          ? null
          : new Satisfaction(
              Views.rounded(mean),
              Views.rounded(Trends.standardError(trend)),
              trend.getSatisfactionCount());
    }
  }
}
