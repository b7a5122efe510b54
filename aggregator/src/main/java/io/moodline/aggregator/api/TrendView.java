package io.moodline.aggregator.api;

import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Trends;
import io.moodline.schemas.Trend;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A series of windows in answers; times are in the zone that it names. */
record TrendView(
    String scope,
    String id,
    String step,
    String zone,
    String from,
    String to,
    int minFaces,
    List<Point> points,
    Compared comparison) {

  /** What a window says. */
  enum State {
    /** Somebody was there. */
    OK,
    /** A camera worked; nobody was there. */
    NO_FACE,
    /** No camera gave anything, and one was known to be down. */
    CAMERA_DOWN,
    /** Nothing is known. */
    NO_DATA,
    /** Too few faces were there for what they showed to be told. */
    WITHHELD
  }

  /** The windows of the same wall-clock times before, one for each point. */
  record Compared(String kind, String from, String to, List<Point> points) {}

  static TrendView of(TrendQuery query, int minFaces, List<Trend> points, List<Trend> compared) {
    ZoneId zone = query.grid().zone();
    return new TrendView(
        TrendsApi.scopeOf(query),
        query.id(),
        query.step().code(),
        zone.getId(),
        Views.time(query.span().startMs(), zone),
        Views.time(query.span().endMs(), zone),
        minFaces,
        points.stream().map(trend -> Point.of(trend, zone)).toList(),
        compared == null ? null : compared(query, compared, zone));
  }

  private static Compared compared(TrendQuery query, List<Trend> trends, ZoneId zone) {
    List<Point> points = trends.stream().map(trend -> Point.of(trend, zone)).toList();
    return new Compared(
        query.compare().code(), points.get(0).from(), points.get(points.size() - 1).to(), points);
  }

  /** True when all windows are closed. */
  boolean isClosed() {
    return Stream.concat(
            points.stream(), comparison == null ? Stream.of() : comparison.points().stream())
        .allMatch(Point::closed);
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
      double downSeconds,
      Satisfaction satisfaction,
      Map<String, Double> probabilities,
      Map<String, Double> dominantShares) {

    static Point of(Trend trend, ZoneId zone) {
      Span span = Trends.span(trend);
      return new Point(
          Views.time(span.startMs(), zone),
          Views.time(span.endMs(), zone),
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
          trend.getDownMs() / 1000.0,
          Satisfaction.of(trend),
          Views.byEmotion(trend.getProbabilitySums(), trend.getJudged()),
          Views.byEmotion(trend.getDominantCounts(), trend.getJudged()));
    }

    private static State stateOf(Trend trend) {
      if (trend.getWithheld()) {
        return State.WITHHELD;
      }
      if (trend.getObservations() > 0) {
        return State.OK;
      }
      if (trend.getFrames() > 0) {
        return State.NO_FACE;
      }
      return trend.getDownMs() > 0 ? State.CAMERA_DOWN : State.NO_DATA;
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
