package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.Zones;
import io.moodline.schemas.Camera;
import io.moodline.schemas.TrendScope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sites that registered cameras are at, or of which windows are kept, and how long these are.
 */
final class SitesApi {

  /**
   * A site in answers.
   *
   * @param zone whose midnight its days begin at
   * @param cameras the ids of those that are registered there; none when there were only once
   */
  record Site(String id, String zone, List<String> cameras) {}

  /**
   * A length of windows in answers.
   *
   * @param keptSeconds from capture, or from analysis if that is later; null: for ever
   */
  record KeptStep(String step, Long keptSeconds) {}

  private final StateReader state;
  private final Zones zones;
  private final List<KeptStep> steps;

  /**
   * @param keptMs how long windows are kept, milliseconds; of steps not in it for ever
   */
  SitesApi(StateReader state, Zones zones, Map<Step, Long> keptMs) {
    this.state = state;
    this.zones = zones;
    this.steps =
        Stream.of(Step.values())
            .map(step -> new KeptStep(step.code(), seconds(keptMs.get(step))))
            .toList();
  }

  private static Long seconds(Long ms) {
    return ms == null ? null : (Long) (ms / 1_000);
  }

  void list(Context request) {
    StateReader reading = new Params(request).reading(state);
    Map<String, List<String>> cameras =
        reading.cameras().stream()
            .collect(
                Collectors.groupingBy(
                    Camera::getSite,
                    TreeMap::new,
                    Collectors.mapping(Camera::getId, Collectors.toList())));
    reading.sitesWithTrends().forEach(site -> cameras.putIfAbsent(site, List.of()));
    List<Site> sites =
        cameras.entrySet().stream()
            .map(site -> new Site(site.getKey(), zoneOf(site.getKey()), site.getValue()))
            .toList();
    request.json(Map.of("sites", sites, "steps", steps));
  }

  /**
   * The cameras that are registered at a site.
   *
   * @throws Problem when there is none and no window of the site is kept
   */
  static List<String> cameras(StateReader state, String site) {
    List<String> found =
        state.cameras().stream().filter(c -> c.getSite().equals(site)).map(Camera::getId).toList();
    if (found.isEmpty() && state.trendState(TrendScope.SITE, site).isEmpty()) {
      throw Problem.notFound("there is no camera at a site \"" + site + "\"");
    }
    return found;
  }

  private String zoneOf(String site) {
    return zones.ofSite(site).zone().getId();
  }
}
