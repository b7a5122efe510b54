package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.moodline.aggregator.Pipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser. Skips where there is none. With {@code -Dmoodline.screenshots=FOLDER}
 * it also takes pictures to look at.
 */
class PageTest {

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  @TempDir Path folder;

  private static String browser() {
    return BROWSERS.stream()
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElseGet(() -> abort("no browser is installed: none of " + BROWSERS));
  }

  private String run(String url, String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                browser(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--virtual-time-budget=4000",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
    command.addAll(List.of(more));
    command.add(url);
    Path out = Files.createTempFile(folder, "out", ".html");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the browser did not end: " + command);
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  @Test
  void itShowsCamerasFacesAndTheCurve() throws Exception {
    browser();
    try (Pipeline pipeline = new Pipeline(Map.of());
        ServedApi api = serve(pipeline)) {
      new BelievableDay(pipeline).play();
      String url = "http://127.0.0.1:" + api.server.port() + "/";
      String page = run(url, "--dump-dom");
      assertThat(page)
          .contains("Entrance", "Checkout 2", "no answer within 4 s")
          // The day is over: its cameras have not been heard of since, and its figures are not of
          // now.
          .contains("no sign of life", "satisfaction at ")
          .doesNotContain("satisfaction now")
          .contains("data-state=\"live\"")
          .contains("<canvas")
          .contains("class=\"scene\"")
          .doesNotContain("secret");
      takePictures(url, "day");
    }
  }

  @Test
  void anEmptySystemSaysWhatToDo() throws Exception {
    browser();
    try (Pipeline pipeline = new Pipeline(Map.of());
        ServedApi api = serve(pipeline)) {
      String url = "http://127.0.0.1:" + api.server.port() + "/";
      assertThat(run(url, "--dump-dom"))
          .contains("No camera yet", "Nobody is in view", "No data yet")
          .contains("data-state=\"live\"");
      takePictures(url, "empty");
    }
  }

  private static ServedApi serve(Pipeline pipeline) {
    return new ServedApi(
        new StreamsStateReader(pipeline.stores()), camera -> {}, id -> {}, BelievableDay.END);
  }

  private void takePictures(String url, String name) throws Exception {
    String target = System.getProperty("moodline.screenshots");
    if (target == null) {
      return;
    }
    String file = "--screenshot=" + target + "/" + name;
    run(url, file + "-light.png", "--window-size=1280,1100");
    run(
        url,
        file + "-dark.png",
        "--window-size=1280,1100",
        "--force-dark-mode",
        "--blink-settings=preferredColorScheme=0");
    run(url, file + "-phone.png", "--window-size=500,1900");
  }
}
