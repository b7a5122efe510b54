package io.moodline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network camera, registered over REST while everything runs, cut off and back. */
class LiveCameraIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path dir;

  @Test
  void aCameraIsAddedCutAndComesBack() throws Exception {
    try (MoodlineProcess moodline =
        MoodlineProcess.start(
            dir,
            "run",
            "--port",
            "0",
            "--broker-port",
            "0",
            "--set",
            "ingest.reconnect.max.ms=2000")) {
      moodline.page();
      await()
          .atMost(PATIENCE)
          .until(() -> moodline.post("/api/v1/cameras", "{}").statusCode() == 400);
      MjpegServer camera = MjpegServer.start(0);
      int port = camera.port();
      HttpResponse<String> added =
          moodline.post(
              "/api/v1/cameras",
              "{\"id\": \"door\", \"site\": \"city\", \"source\":"
                  + " \"http://user:secret@127.0.0.1:"
                  + port
                  + "/video?token=hidden\"}");
      assertThat(added.statusCode()).as(added.body()).isIn(200, 201);
      awaitState(moodline, "STREAMING");
      awaitClassified(moodline, 10);

      camera.close();
      JsonNode cut = awaitState(moodline, "RECONNECTING");
      assertThat(cut.path("status").path("reason").asText()).isNotBlank();

      camera = MjpegServer.start(port);
      long before = camera(moodline).path("frames").path("captured").asLong();
      awaitState(moodline, "STREAMING");
      awaitClassified(moodline, before + 10);
      assertThat(camera(moodline).path("status").path("reconnects").asLong()).isPositive();

      assertThat(moodline.delete("/api/v1/cameras/door").statusCode()).isIn(200, 202, 204);
      await()
          .atMost(PATIENCE)
          .until(() -> moodline.get("/api/v1/cameras").path("cameras").isEmpty());
      camera.close();
      System.out.println("live camera:\n" + moodline.output());
      assertThat(moodline.output() + moodline.get("/api/v1/cameras"))
          .doesNotContain("secret")
          .doesNotContain("hidden");
      assertThat(moodline.interrupt()).isLessThan(Duration.ofSeconds(20));
    }
  }

  private static JsonNode camera(MoodlineProcess moodline) {
    return moodline.get("/api/v1/cameras").path("cameras").path(0);
  }

  private static JsonNode awaitState(MoodlineProcess moodline, String state) {
    return await()
        .atMost(PATIENCE)
        .until(() -> camera(moodline), c -> c.path("status").path("state").asText().equals(state));
  }

  private static void awaitClassified(MoodlineProcess moodline, long frames) {
    await()
        .atMost(PATIENCE)
        .until(() -> camera(moodline).path("frames").path("classified").asLong() >= frames);
  }
}
