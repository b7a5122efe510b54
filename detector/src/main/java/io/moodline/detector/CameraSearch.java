package io.moodline.detector;

import io.moodline.detector.geometry.Point;
import io.moodline.detector.search.Search;
import io.moodline.detector.search.Zone;
import io.moodline.detector.search.Zones;
import io.moodline.schemas.DetectionSettings;
import io.moodline.schemas.Frame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads how a frame's camera wants its faces looked for. */
final class CameraSearch {

  private CameraSearch() {}

  /**
   * What the frame says, or {@link Search#DEFAULT}.
   *
   * @throws IllegalArgumentException when a zone is none
   */
  static Search of(Frame frame) {
    DetectionSettings settings = frame.getDetection();
    return settings == null
        ? Search.DEFAULT
        : new Search(
            Optional.ofNullable(settings.getDetector()),
            settings.getMinFace() == null
                ? OptionalInt.empty()
                : OptionalInt.of(settings.getMinFace()),
            settings.getMinScore() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(settings.getMinScore()),
            settings.getSearchEvery() == null
                ? OptionalInt.empty()
                : OptionalInt.of(settings.getSearchEvery()),
            new Zones(zones(settings.getInclude()), zones(settings.getExclude())));
  }

  private static List<Zone> zones(List<io.moodline.schemas.Zone> zones) {
    return zones.stream()
        .map(
            zone ->
                new Zone(
                    zone.getCorners().stream()
                        .map(corner -> new Point(corner.getX(), corner.getY()))
                        .toList()))
        .toList();
  }
}
