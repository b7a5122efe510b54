package io.moodline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product on real video, as a user runs it, answers read from its API. */
class RealVideoIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path dir;

  /** Runs a video to its end with the YuNet detector and hands over the running product. */
  private MoodlineProcess runToItsEnd(String id, String video) throws IOException {
    Path models = Files.createDirectories(dir.resolve(".moodline/models"));
    Path yunet = SharedData.get("models/face_detection_yunet_2023mar.onnx");
    Files.copy(yunet, models.resolve(yunet.getFileName()));
    MoodlineProcess moodline =
        MoodlineProcess.start(
            dir,
            "run",
            id + "=" + SharedData.get("video/" + video).toAbsolutePath(),
            "--port",
            "0",
            "--broker-port",
            "0");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> hasEnded(moodline, id));
    return moodline;
  }

  private static boolean hasEnded(MoodlineProcess moodline, String id) {
    JsonNode camera = camera(moodline, id);
    JsonNode frames = camera.path("frames");
    return camera.path("status").path("state").asText().equals("ENDED")
        && frames.path("captured").asLong() > 0
        && frames.path("inFlight").asLong() == 0
        && faces(moodline, id).stream().noneMatch(face -> face.path("open").asBoolean());
  }

  private static JsonNode camera(MoodlineProcess moodline, String id) {
    for (JsonNode camera : moodline.get("/api/v1/cameras").path("cameras")) {
      if (camera.path("id").asText().equals(id)) {
        return camera;
      }
    }
    return moodline.get("/api/v1/health").path("no-such-camera-yet");
  }

  private static List<JsonNode> faces(MoodlineProcess moodline, String id) {
    List<JsonNode> faces = new ArrayList<>();
    moodline.get("/api/v1/faces?camera=" + id).path("faces").forEach(faces::add);
    return faces;
  }

  private static Duration seenFor(JsonNode face) {
    return Duration.between(
        Instant.parse(face.path("firstSeen").asText()),
        Instant.parse(face.path("lastSeen").asText()));
  }

  @Test
  void aWomanWhoWeepsAndThenLaughs() throws Exception {
    try (MoodlineProcess moodline = runToItsEnd("woman", "pyfeat_WolfgangLanger_Pexels.mp4")) {
      JsonNode frames = camera(moodline, "woman").path("frames");
      assertThat(frames.path("captured").asLong()).isEqualTo(472);
      assertThat(frames.path("classified").asLong()).isEqualTo(472);

      List<JsonNode> faces = faces(moodline, "woman");
      JsonNode main = faces.stream().max(Comparator.comparing(RealVideoIT::seenFor)).orElseThrow();
      assertThat(seenFor(main)).as("one main track").isGreaterThan(Duration.ofSeconds(17));

      JsonNode timeline = moodline.get("/api/v1/faces/" + main.path("id").asText() + "/timeline");
      System.out.println("timeline: " + timeline);
      List<String> emotions = new ArrayList<>();
      timeline.path("segments").forEach(s -> emotions.add(s.path("emotion").asText()));
      assertThat(emotions).contains("SADNESS", "HAPPINESS");
      assertThat(emotions.indexOf("SADNESS")).isLessThan(emotions.indexOf("HAPPINESS"));

      Instant from = Instant.parse(main.path("firstSeen").asText());
      Instant to = Instant.parse(main.path("lastSeen").asText());
      JsonNode trends =
          moodline.get(
              "/api/v1/trends?camera=woman&step=10s&from=" + from + "&to=" + to.plusMillis(1));
      System.out.println("trends: " + trends);
      List<Double> satisfaction = new ArrayList<>();
      for (JsonNode point : trends.path("points")) {
        if (point.path("satisfaction").has("mean")) {
          satisfaction.add(point.path("satisfaction").path("mean").asDouble());
        }
      }
      assertThat(satisfaction.size()).isGreaterThanOrEqualTo(2);
      assertThat(satisfaction.get(satisfaction.size() - 1))
          .as("satisfaction at the end, against the beginning: %s", satisfaction)
          .isGreaterThan(satisfaction.get(0) + 25);
      assertThat(moodline.residentMiB()).as("memory of the all-in-one, MiB").isLessThan(1536);
      assertThat(moodline.interrupt()).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void framesWithoutFacesAreFramesAndNoData() throws Exception {
    try (MoodlineProcess moodline = runToItsEnd("film", "pyfeat_no_face.mp4")) {
      JsonNode frames = camera(moodline, "film").path("frames");
      assertThat(frames.path("classified").asLong())
          .isEqualTo(frames.path("captured").asLong())
          .isGreaterThan(10);
      assertThat(faces(moodline, "film")).isEmpty();
    }
  }

  @Test
  void twoPeopleAreTwoTracks() throws Exception {
    try (MoodlineProcess moodline =
        runToItsEnd("two", "head-pose-face-detection-female-and-male.mp4")) {
      List<JsonNode> faces = faces(moodline, "two");
      long longest = faces.stream().mapToLong(face -> seenFor(face).toMillis()).max().orElse(0);
      assertThat(faces.stream().filter(face -> seenFor(face).toMillis() > longest / 3))
          .as("tracks: %s", faces.stream().map(RealVideoIT::seenFor).toList())
          .hasSize(2);
    }
  }
}
