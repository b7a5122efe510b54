package io.moodline.aggregator.api;

import io.moodline.schemas.DetectionSettings;
import io.moodline.schemas.Zone;
import java.util.List;

/** A camera's own settings of detection in answers, in the form in which they are sent. */
record DetectionView(
    String detector,
    Integer minFace,
    Double minScore,
    Integer searchEvery,
    List<ZoneView> include,
    List<ZoneView> exclude) {

  /** A part of the picture; each corner is a pair of shares of width and height. */
  record ZoneView(String name, List<List<Double>> corners) {

    static List<ZoneView> of(List<Zone> zones) {
      return zones.stream()
          .map(
              zone ->
                  new ZoneView(
                      zone.getName(),
                      zone.getCorners().stream().map(c -> List.of(c.getX(), c.getY())).toList()))
          .toList();
    }
  }

  /** Null for null. */
  static DetectionView of(DetectionSettings settings) {
    return settings == null
        ? null
        : new DetectionView(
            settings.getDetector(),
            settings.getMinFace(),
            settings.getMinScore(),
            settings.getSearchEvery(),
            ZoneView.of(settings.getInclude()),
            ZoneView.of(settings.getExclude()));
  }
}
