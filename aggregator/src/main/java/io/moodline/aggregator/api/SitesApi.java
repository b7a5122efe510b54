package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.aggregator.trend.Zones;
import io.moodline.schemas.Camera;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sites that registered cameras are at. */
final class SitesApi {

  /**
   * A site in answers.
   *
   * @param zone whose midnight its days begin at
   * @param cameras their ids
   */
  record Site(String id, String zone, List<String> cameras) {}

  private final StateReader state;
  private final Zones zones;

  SitesApi(StateReader state, Zones zones) {
    this.state = state;
    this.zones = zones;
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
    request.json(Map.of("sites", sites));
  }

  private String zoneOf(String site) {
    return zones.ofSite(site).zone().getId();
  }
}
