package io.moodline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real RTSP server whose process is killed and comes back. */
class RtspCameraIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir Path dir;

  @Test
  void aKilledServerIsReconnectedTo() throws Exception {
    assumeTrue(serverIsInstalled(), "no RTSP server: GStreamer's is not installed for " + PYTHON);
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    Process server = server(port);
    try (MoodlineProcess moodline =
        MoodlineProcess.start(
            dir,
            "run",
            "door=rtsp://user:secret@127.0.0.1:" + port + "/door",
            "--port",
            "0",
            "--broker-port",
            "0",
            "--set",
            "ingest.reconnect.max.ms=2000")) {
      awaitState(moodline, "STREAMING");
      awaitClassified(moodline, 10);
      server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      awaitState(moodline, "RECONNECTING");
      server = server(port);
      long before = camera(moodline).path("frames").path("captured").asLong();
      awaitState(moodline, "STREAMING");
      awaitClassified(moodline, before + 10);
      assertThat(moodline.output()).doesNotContain("secret");
      System.out.println("rtsp camera:\n" + moodline.output());
    } finally {
      server.destroyForcibly();
    }
  }

  private static boolean serverIsInstalled() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      return false;
    }
    Process check =
        new ProcessBuilder(PYTHON, "-c", "import gi; gi.require_version('GstRtspServer', '1.0')")
            .redirectErrorStream(true)
            .start();
    return check.waitFor(20, TimeUnit.SECONDS) && check.exitValue() == 0;
  }

  private Process server(int port) throws IOException {
    Path script = dir.resolve("rtsp_server.py");
    if (!Files.exists(script)) {
      try (InputStream in = RtspCameraIT.class.getResourceAsStream("rtsp_server.py")) {
        Files.copy(in, script);
      }
    }
    return new ProcessBuilder(
            PYTHON,
            script.toString(),
            Integer.toString(port),
            SharedData.get("video/pyfeat_WolfgangLanger_Pexels.mp4").toAbsolutePath().toString())
        .redirectErrorStream(true)
        .redirectOutput(dir.resolve("rtsp.log").toFile())
        .start();
  }

  private static JsonNode camera(MoodlineProcess moodline) {
    return moodline.get("/api/v1/cameras").path("cameras").path(0);
  }

  private static void awaitState(MoodlineProcess moodline, String state) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> camera(moodline).path("status").path("state").asText().equals(state));
  }

  private static void awaitClassified(MoodlineProcess moodline, long frames) {
    await()
        .atMost(PATIENCE)
        .until(() -> camera(moodline).path("frames").path("classified").asLong() >= frames);
  }
}
