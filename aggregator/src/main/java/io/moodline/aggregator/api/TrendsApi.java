package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.Trends;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.aggregator.trend.Windows;
import io.moodline.schemas.Camera;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Series of windows. */
final class TrendsApi {

  private static final Map<String, Long> STEPS =
      Map.of("10s", Windows.TEN_SECONDS, "1m", Windows.MINUTE);
  private static final int MAX_POINTS = 10_000;

  /** Without from, so many points up to the newest. */
  private static final int DEFAULT_POINTS = 90;

  private final StateReader state;
  private final Clock clock;

  TrendsApi(StateReader state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  void series(Context request) {
    Params params = new Params(request, "camera", "site", "from", "to", "step");
    StateReader state = params.reading(this.state);
    String camera = params.id("camera");
    String site = params.id("site");
    if ((camera == null) == (site == null)) {
      throw Problem.badParameter(
          "camera",
          camera == null ? null : camera + "\" beside site \"" + site,
          "the id of a camera, or else site the id of a site: exactly one of the two");
    }
    TrendScope scope = camera != null ? TrendScope.CAMERA : TrendScope.SITE;
    String id = camera != null ? camera : site;
    List<String> cameras = camerasOf(state, scope, id);
    String step = params.oneOf("step", "10s", List.of("10s", "1m"));
    long windowMs = STEPS.get(step);
    long to = end(params.time("to", newest(state, cameras)), windowMs);
    long from =
        Windows.start(params.time("from", Math.max(0, to - DEFAULT_POINTS * windowMs)), windowMs);
    requireRange(from, to, windowMs, step);
    SortedMap<Long, Trend> known =
        state.trends(
            scope, id, Step.ofMs(windowMs), new WindowGrid(java.time.ZoneOffset.UTC), from, to);
    request.json(
        new TrendView(
            scope.name(),
            id,
            step,
            Views.time(from),
            Views.time(to),
            points(scope, id, windowMs, from, to, known)));
  }

  private static List<TrendView.Point> points(
      TrendScope scope,
      String id,
      long windowMs,
      long from,
      long to,
      SortedMap<Long, Trend> known) {
    List<TrendView.Point> points = new ArrayList<>();
    for (long start = from; start < to; start += windowMs) {
      Trend trend = known.get(start);
      points.add(
          TrendView.Point.of(
              trend != null
                  ? trend
                  : Trend.newBuilder(
                          Trends.empty(
                              scope,
                              id,
                              Step.ofMs(windowMs),
                              new Span(start, start + windowMs),
                              false))
                      .setClosed(false)
                      .build()));
    }
    return points;
  }

  private static void requireRange(long from, long to, long windowMs, String step) {
    Params.requireOrder(from, to);
    long points = (to - from) / windowMs;
    if (points > MAX_POINTS) {
      throw Problem.badParameter(
          "from",
          Views.time(from),
          "so near to \"to\" that there are at most "
              + MAX_POINTS
              + " points, not "
              + points
              + " (step is "
              + step
              + "; 10s and 1m are allowed)");
    }
  }

  private static List<String> camerasOf(StateReader state, TrendScope scope, String id) {
    if (scope == TrendScope.CAMERA) {
      FacesApi.cameras(state, id);
      return List.of(id);
    }
    List<String> cameras =
        state.cameras().stream().filter(c -> c.getSite().equals(id)).map(Camera::getId).toList();
    if (cameras.isEmpty()) {
      throw Problem.notFound("there is no camera at a site \"" + id + "\"");
    }
    return cameras;
  }

  /** The newest capture time of any of the cameras, or now when there is none. */
  private long newest(StateReader state, List<String> cameras) {
    return cameras.stream()
        .flatMap(camera -> state.clock(camera).stream())
        .mapToLong(CameraClock::maxMs)
        .max()
        .orElseGet(clock::millis);
  }

  /** The end of the window in which {@code toMs} lies; itself when that is where one ends. */
  private static long end(long toMs, long windowMs) {
    return Windows.start(toMs - 1, windowMs) + windowMs;
  }
}
