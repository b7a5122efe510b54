package io.moodline.aggregator.api;

import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.aggregator.trend.Zones;
import io.moodline.schemas.Camera;
import io.moodline.schemas.TrendScope;
import io.moodline.topics.SourceAddresses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which windows are asked for.
 *
 * @param scope with id: a camera, a site, or everything ({@link TrendKeys#ALL} of scope SITE)
 * @param grid of the scope's zone
 * @param span where the first window begins and the last one ends
 * @param compare with what, or null
 * @param clocks of the scope's cameras that were ever heard
 */
record TrendQuery(
    TrendScope scope,
    String id,
    Step step,
    WindowGrid grid,
    Span span,
    Compare compare,
    Collection<CameraClock> clocks) {

  /** The parameters there are. */
  static final String[] PARAMETERS = {"camera", "site", "from", "to", "step", "compare"};

  private static final int MAX_POINTS = 10_000;

  /** Without from, so many points up to the newest. */
  private static final int DEFAULT_POINTS = 90;

  /** What a series is compared with. */
  enum Compare {
    PREVIOUS_DAY("previous-day", 1),
    PREVIOUS_WEEK("previous-week", 7);

    private final String code;
    private final int days;

    Compare(String code, int days) {
      this.code = code;
      this.days = days;
    }

    String code() {
      return code;
    }

    int days() {
      return days;
    }
  }

  /**
   * Reads parameters.
   *
   * @throws Problem when one is not allowed, or what it names does not exist
   */
  static TrendQuery read(Params params, StateReader state, Zones zones, long nowMs) {
    String camera = params.id("camera");
    String site = params.id("site");
    if (camera != null && site != null) {
      throw Problem.badParameter(
          "camera",
          camera + "\" beside site \"" + site,
          "left out, or site: a camera, a site, or neither for everything together");
    }
    Step step = Step.ofCode(params.oneOf("step", "10s", Step.codes())).orElseThrow();
    Compare compare = compare(params);
    TrendScope scope = camera != null ? TrendScope.CAMERA : TrendScope.SITE;
    String id = camera != null ? camera : site != null ? site : TrendKeys.ALL;
    Collection<CameraClock> clocks = clocks(state, scope, id);
    WindowGrid grid = zones.ofSite(camera == null ? id : siteOf(state, camera));
    long to =
        grid.before(step, params.time("to", newest(clocks, isLive(state, scope, id), nowMs)))
            .endMs();
    long begin = Math.max(0, to - DEFAULT_POINTS * step.ms());
    long from = grid.at(step, params.time("from", begin)).startMs();
    requireRange(from, to, step);
    return new TrendQuery(scope, id, step, grid, new Span(from, to), compare, clocks);
  }

  private static Compare compare(Params params) {
    List<String> codes = new ArrayList<>();
    for (Compare compare : Compare.values()) {
      codes.add(compare.code());
    }
    String asked = params.oneOf("compare", null, codes);
    return asked == null ? null : Compare.values()[codes.indexOf(asked)];
  }

  private static void requireRange(long from, long to, Step step) {
    Params.requireOrder(from, to);
    long points = (to - from) / step.ms();
    if (points > MAX_POINTS) {
      throw Problem.badParameter(
          "from",
          Views.time(from),
          "so near to \"to\" that there are at most "
              + MAX_POINTS
              + " points, not "
              + points
              + " (step is "
              + step.code()
              + "; "
              + String.join(", ", Step.codes())
              + " are allowed)");
    }
  }

  /**
   * The site of a camera, of which its windows are; of one that is not registered any more its last
   * one, or null when it never was.
   */
  private static String siteOf(StateReader state, String camera) {
    Optional<Camera> registered = state.camera(camera);
    return registered.isPresent()
        ? registered.get().getSite()
        : state.trendState(TrendScope.CAMERA, camera).map(s -> s.sites().last()).orElse(null);
  }

  private static Collection<CameraClock> clocks(StateReader state, TrendScope scope, String id) {
    if (scope == TrendScope.CAMERA) {
      // Its windows are kept longer than its clock.
      Optional<CameraClock> clock = state.clock(id);
      if (clock.isEmpty() && state.trendState(scope, id).isEmpty()) {
        FacesApi.cameras(state, id);
      }
      return clock.stream().toList();
    }
    Map<String, CameraClock> all = state.clocks();
    if (id.equals(TrendKeys.ALL)) {
      return all.values();
    }
    return SitesApi.cameras(state, id).stream().filter(all::containsKey).map(all::get).toList();
  }

  /** True when there is a camera in the scope whose time is the wall clock's. */
  private static boolean isLive(StateReader state, TrendScope scope, String id) {
    return state.cameras().stream()
        .filter(camera -> camera.getEnabled() && !SourceAddresses.isFile(camera.getSource()))
        .anyMatch(
            camera ->
                id.equals(TrendKeys.ALL)
                    || id.equals(scope == TrendScope.CAMERA ? camera.getId() : camera.getSite()));
  }

  /**
   * The newest capture time of any of the cameras, or now when there is none. A live camera that is
   * down has no frames of now, which is what is to be seen.
   */
  private static long newest(Collection<CameraClock> clocks, boolean live, long nowMs) {
    long newest = clocks.stream().mapToLong(CameraClock::maxMs).max().orElse(0);
    return live || newest <= 0 ? Math.max(newest, nowMs) : newest;
  }

  /** The windows, in order. */
  List<Span> windows() {
    List<Span> windows = new ArrayList<>();
    Span window = grid.at(step, span.startMs());
    while (window.startMs() < span.endMs()) {
      windows.add(window);
      window = grid.at(step, window.endMs());
    }
    return windows;
  }

  /**
   * Up to when nothing is to be expected any more where nothing is known: what all cameras have
   * passed that were heard of lately. One that is silent holds nothing back.
   *
   * @param graceMs how long a window stays open after its end
   * @param silenceMs for how long a camera may be silent before it is
   */
  long passedMs(long nowMs, long graceMs, long silenceMs) {
    long passed =
        clocks.stream()
            .filter(clock -> clock.maxMs() != CameraClock.NEVER)
            .filter(clock -> nowMs - clock.heardMs() <= silenceMs)
            .mapToLong(CameraClock::nowMs)
            .min()
            .orElse(nowMs - silenceMs);
    return Math.min(passed, nowMs) - graceMs;
  }
}
