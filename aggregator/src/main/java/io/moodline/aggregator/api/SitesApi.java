package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.Zones;
import io.moodline.schemas.Camera;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sites that registered cameras are at, and how long trends are kept. */
final class SitesApi {

  /**
   * A site in answers.
   *
   * @param zone whose midnight its days begin at
   * @param cameras their ids
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
    Map<String, List<String>> cameras =
        new Params(request)
            .reading(state).cameras().stream()
                .collect(
                    Collectors.groupingBy(
                        Camera::getSite,
                        TreeMap::new,
                        Collectors.mapping(Camera::getId, Collectors.toList())));
    List<Site> sites =
        cameras.entrySet().stream()
            .map(site -> new Site(site.getKey(), zoneOf(site.getKey()), site.getValue()))
            .toList();
    request.json(Map.of("sites", sites, "steps", steps));
  }

  private String zoneOf(String site) {
    return zones.ofSite(site).zone().getId();
  }
}
