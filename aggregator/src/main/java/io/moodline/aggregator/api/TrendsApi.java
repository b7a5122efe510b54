package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.aggregator.AggregatorConfig;
import io.moodline.aggregator.trend.Comparison;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Trends;
import io.moodline.aggregator.trend.Withholding;
import io.moodline.aggregator.trend.Zones;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;

/** Series of windows. */
final class TrendsApi {

  /** What a camera has closed reaches its site with the next commit, milliseconds. */
  private static final long ON_THE_WAY = 1_000;

  private final StateReader state;
  private final Clock clock;
  private final Zones zones;
  private final Withholding withholding;
  private final long graceMs;
  private final long silenceMs;

  TrendsApi(StateReader state, Clock clock, AggregatorConfig config) {
    this.state = state;
    this.clock = clock;
    this.zones = config.zones();
    this.withholding = config.withholding();
    this.graceMs = config.getLong(AggregatorConfig.WINDOW_GRACE_MS);
    this.silenceMs = config.getLong(AggregatorConfig.SILENCE_MS);
  }

  void series(Context request) {
    TrendView answer = answer(new Params(request, TrendQuery.PARAMETERS));
    if (answer.isClosed()) {
      EntityTag.send(
          request, "application/json", request.jsonMapper().toJsonString(answer, TrendView.class));
    } else {
      request.json(answer);
    }
  }

  /** What {@link TrendQuery#PARAMETERS} ask for. */
  TrendView answer(Params params) {
    StateReader reading = params.reading(state);
    long now = clock.millis();
    TrendQuery query = TrendQuery.read(params, reading, zones, now);
    long passed = query.passedMs(now, graceMs, silenceMs);
    Points points =
        new Points(reading, query, query.scope() == TrendScope.SITE ? passed - ON_THE_WAY : passed);
    return TrendView.of(
        query, withholding.minFaces(), points.of(query.windows()), points.compared());
  }

  /** Looks windows up, and says of those of which nothing is known that nothing is. */
  private final class Points {

    private final StateReader reading;
    private final TrendQuery query;
    private final long passedMs;

    Points(StateReader reading, TrendQuery query, long passedMs) {
      this.reading = reading;
      this.query = query;
      this.passedMs = passedMs;
    }

    List<Trend> of(List<Span> windows) {
      SortedMap<Long, Trend> known = known(query.span());
      return windows.stream()
          .map(window -> known.getOrDefault(window.startMs(), nothing(window)))
          .map(withholding::of)
          .toList();
    }

    /** One for each point, or null when nothing is to be compared. */
    List<Trend> compared() {
      if (query.compare() == null) {
        return null;
      }
      List<Comparison.Match> matches =
          new Comparison(query.grid(), query.step(), query.compare().days()).match(query.windows());
      SortedMap<Long, Trend> known = known(around(matches));
      return matches.stream().map(match -> withholding.of(merged(match, known))).toList();
    }

    private SortedMap<Long, Trend> known(Span span) {
      SortedMap<Long, Trend> known =
          reading.trends(
              query.scope(), query.id(), query.step(), query.grid(), span.startMs(), span.endMs());
      if (query.scope() == TrendScope.SITE) {
        known.replaceAll((start, trend) -> waitingForAll(trend));
      }
      return known;
    }

    /**
     * A site's window is stored as closed by the first camera that closes it; others may follow.
     */
    private Trend waitingForAll(Trend trend) {
      return trend.getClosed() && Trends.span(trend).endMs() > passedMs
          ? Trend.newBuilder(trend).setClosed(false).build()
          : trend;
    }

    private Span around(List<Comparison.Match> matches) {
      return new Span(
          matches.stream().mapToLong(match -> match.span().startMs()).min().orElseThrow(),
          matches.stream().mapToLong(match -> match.span().endMs()).max().orElseThrow());
    }

    private Trend merged(Comparison.Match match, SortedMap<Long, Trend> known) {
      List<Trend> parts =
          match.windows().stream()
              .map(window -> known.getOrDefault(window.startMs(), nothing(window)))
              .toList();
      return switch (parts.size()) {
        case 0 -> nothing(match.span());
        case 1 -> parts.get(0);
        default -> Trends.merged(query.scope(), query.id(), query.step(), match.span(), parts);
      };
    }

    private Trend nothing(Span window) {
      boolean closed = window.endMs() <= passedMs;
      return Trends.empty(query.scope(), query.id(), query.step(), window, closed);
    }
  }

  /** How the API calls a scope. */
  static String scopeOf(TrendQuery query) {
    return query.id().equals(TrendKeys.ALL) ? "ALL" : query.scope().name();
  }
}
