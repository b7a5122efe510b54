package io.moodline.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Corner;
import io.moodline.schemas.DetectionSettings;
import io.moodline.schemas.Zone;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DetectionRulesTest {

  private static Zone zone(double... xy) {
    Corner[] corners = new Corner[xy.length / 2];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new Corner(xy[2 * i], xy[2 * i + 1]);
    }
    return new Zone("door", List.of(corners));
  }

  private static DetectionSettings settings(List<Zone> include, List<Zone> exclude) {
    return new DetectionSettings(null, null, null, null, include, exclude);
  }

  private static List<String> messages(DetectionSettings settings) {
    return DetectionRules.violations(settings).stream()
        .map(CameraRules.Violation::message)
        .toList();
  }

  @Test
  void aTriangleAndProperNumbersAreAccepted() {
    assertThat(
            messages(
                new DetectionSettings(
                    "yunet", 8, 0.99, 100, List.of(zone(0, 0, 1, 0, 0.5, 1)), List.of())))
        .isEmpty();
    assertThat(messages(settings(List.of(), List.of()))).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedWithWhatIsAllowed() {
    assertThat(messages(new DetectionSettings("mtcnn", 7, Double.NaN, 0, List.of(), List.of())))
        .containsExactly(
            "detection.detector is mtcnn, but must be one of haar, yunet",
            "detection.minFace is 7, but must be 8 to 4096",
            "detection.minScore is NaN, but must be 0.05 to 0.99",
            "detection.searchEvery is 0, but must be 1 to 100");
  }

  @Test
  void aZoneMustBeOne() {
    assertThat(
            Stream.of(
                    zone(0, 0, 1, 1),
                    zone(0, 0, 1, 0, 1, 1.01),
                    zone(0, 0, 1, 0, 1, Double.NaN),
                    zone(0, 0, 0.5, 0.5, 1, 1))
                .flatMap(zone -> messages(settings(List.of(), List.of(zone))).stream()))
        .containsExactly(
            "detection.exclude[0].corners is 2 corners, but must be 3 to 50 corners",
            "detection.exclude[0].corners is (1.0, 1.01), but must be shares of width and height,"
                + " each 0 to 1",
            "detection.exclude[0].corners is (1.0, NaN), but must be shares of width and height,"
                + " each 0 to 1",
            "detection.exclude[0].corners is without area, but must be corners in order around the"
                + " zone");
  }

  @Test
  void thereAreNotTooManyZones() {
    Zone zone = zone(0, 0, 1, 0, 1, 1);
    assertThat(messages(settings(Collections.nCopies(21, zone), List.of())))
        .containsExactly("detection.include is 21 zones, but must be at most 20");
  }
}
