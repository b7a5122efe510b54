package io.moodline.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.detector.opencv.OpenCvFaceFinders;
import io.moodline.detector.tracking.Detection;
import io.moodline.detector.tracking.Tracker;
import io.moodline.detector.tracking.TrackerState;
import io.moodline.testing.SharedData;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detectors and tracker together on real videos. */
class VideosTest {

  private int frames;

  /** How many frames each track was seen in. */
  private Map<String, Integer> tracks(String kind, String video, double fps) throws Exception {
    DetectorConfig config =
        new DetectorConfig(
            Map.of(
                DetectorConfig.KIND,
                kind,
                DetectorConfig.MODELS_DIR,
                SharedData.get("models").toString()));
    Tracker tracker = config.tracker();
    Map<String, Integer> tracks = new HashMap<>();
    try (FaceFinder finder = OpenCvFaceFinders.of(config).open()) {
      TrackerState[] state = {TrackerState.empty()};
      Video.play(
          SharedData.get("video/" + video),
          fps,
          (width, height, bgr, ms) -> {
            frames++;
            FoundFaces found = finder.findBgr(bgr, width, height);
            Tracker.Update update =
                tracker.update(
                    state[0],
                    ms,
                    found.faces().stream()
                        .map(face -> new Detection(face.box(), face.score()))
                        .toList());
            state[0] = update.state();
            update
                .faces()
                .forEach(f -> tracks.merge(f.firstSeenMs() + ":" + f.index(), 1, Integer::sum));
          });
    }
    return tracks;
  }

  @ParameterizedTest
  @CsvSource({"haar, 5, 0.95", "yunet, 5, 0.99", "yunet, 24, 0.99"})
  void aWomanAloneIsOneTrack(String kind, double fps, double share) throws Exception {
    Map<String, Integer> tracks = tracks(kind, "pyfeat_WolfgangLanger_Pexels.mp4", fps);

    assertThat(tracks).hasSize(1);
    assertThat(tracks.values().iterator().next()).isGreaterThan((int) (share * frames));
  }

  @ParameterizedTest
  @CsvSource({"5", "30"})
  void twoPeopleAreTwoTracks(double fps) throws Exception {
    Map<String, Integer> tracks =
        tracks("yunet", "head-pose-face-detection-female-and-male.mp4", fps);

    assertThat(tracks).hasSize(2);
    assertThat(tracks.values()).allSatisfy(seen -> assertThat(seen).isEqualTo(frames));
  }

  @Test
  void threePeopleWhoComeNearerAreThreeTracks() throws Exception {
    Map<String, Integer> tracks = tracks("yunet", "face-demographics-walking-and-pause.mp4", 12);

    assertThat(tracks).hasSize(3);
    assertThat(tracks.values())
        .allSatisfy(seen -> assertThat(seen).isGreaterThan((int) (0.9 * frames)));
  }

  @ParameterizedTest
  @CsvSource({"haar", "yunet"})
  void aCartoonWithoutPeopleHasNoTrack(String kind) throws Exception {
    assertThat(tracks(kind, "pyfeat_no_face.mp4", 8)).isEmpty();
    assertThat(frames).isGreaterThan(20);
  }
}
