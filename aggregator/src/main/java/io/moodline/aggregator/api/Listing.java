package io.moodline.aggregator.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What a request for a list asks for: of which cameras, from when to when, and which page.
 *
 * @param cameras whose things; known ones
 * @param fromMs begin, epoch milliseconds
 * @param toMs end (exclusive), epoch milliseconds
 * @param after where the page before ended; null: there is none
 * @param limit at most so many
 */
record Listing(List<String> cameras, long fromMs, long toMs, Position after, int limit) {

  /** The parameters of every list. */
  private static final List<String> PARAMETERS =
      List.of("camera", "site", "from", "to", "limit", "page");

  private static final int LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;
  private static final int LONG_PAGE = 200;

  /**
   * One page.
   *
   * @param next what to hand back as {@code page} for the next; null: that was all
   */
  record Page<T>(List<T> items, String next) {
    <V> Page<V> map(Function<T, V> view) {
      return new Page<>(items.stream().map(view).toList(), next);
    }
  }

  /** The parameters of a request; {@code more} are allowed beside those of every list. */
  static Params params(Context request, String... more) {
    List<String> allowed = new ArrayList<>(PARAMETERS);
    allowed.addAll(List.of(more));
    return new Params(request, allowed.toArray(String[]::new));
  }

  /** Reads what is asked for. */
  static Listing of(Params params, StateReader state) {
    long from = params.time("from", 0L);
    long to = params.time("to", Long.MAX_VALUE);
    if (to != Long.MAX_VALUE) {
      Params.requireOrder(from, to);
    }
    return new Listing(
        cameras(state, params.id("camera"), params.id("site")),
        from,
        to,
        params.position("page"),
        params.limit("limit", LIMIT, MAX_LIMIT));
  }

  private static List<String> cameras(StateReader state, String camera, String site) {
    if (camera != null && site != null) {
      throw Problem.badParameter(
          "camera", camera + "\" beside site \"" + site, "given without site, or site without it");
    }
    return site == null ? FacesApi.cameras(state, camera) : SitesApi.cameras(state, site);
  }

  /** One more than are wanted shows whether there is another page. */
  int toRead() {
    return limit + 1;
  }

  /** The page of this many things, of which all that come first are among those given. */
  <T> Page<T> page(List<T> found, Function<T, Position> positions) {
    List<T> rest =
        found.stream()
            .filter(item -> positions.apply(item).isAfter(after))
            .sorted(Comparator.comparing(positions, Position.NEWEST_FIRST))
            .toList();
    if (rest.size() <= limit) {
      return new Page<>(rest, null);
    }
    List<T> items = rest.subList(0, limit);
    return new Page<>(items, positions.apply(items.get(limit - 1)).cursor());
  }

  /** The same in pages that are long, and still fit into memory when their items are large. */
  Listing inLongPages() {
    return new Listing(cameras, fromMs, toMs, after, LONG_PAGE);
  }

  /** The same, going on after a page. */
  Listing goingOn(String next) {
    return new Listing(cameras, fromMs, toMs, Position.read(next).orElseThrow(), limit);
  }
}
