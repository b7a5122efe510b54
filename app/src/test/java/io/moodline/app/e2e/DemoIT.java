package io.moodline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.app.cli.Settings;
import io.moodline.app.demo.DemoOptions;
import io.moodline.app.demo.DemoScene;
import io.moodline.app.demo.TruthFace;
import io.moodline.app.run.Snapshot;
import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Box;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FrameOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo camera through the whole product, compared with the script it was made from. */
class DemoIT {

  private static final String DEMO = "demo:faces=2,seed=5,seconds=30,pace=fast";

  @TempDir Path dir;

  @Test
  void theDemoMatchesItsOwnScript() throws Exception {
    try (MoodlineProcess moodline =
        MoodlineProcess.start(dir, "run", DEMO, "--port", "0", "--broker-port", "0")) {
      String broker =
          moodline.awaitLine("broker 127.0.0.1:", Duration.ofSeconds(60)).replaceFirst(",.*", "");
      moodline.awaitLine("ENDED after 450 frames", Duration.ofMinutes(4));
      MoodlineConfig config =
          Settings.of(Map.of("bootstrap.servers", broker.replaceFirst("^broker +", ""))).common();
      int exit =
          MoodlineProcess.run(
                  dir,
                  Duration.ofSeconds(60),
                  "watch",
                  "frame-outcomes",
                  "--from-beginning",
                  "--max",
                  "450",
                  "--bootstrap-servers",
                  config.getString(MoodlineConfig.BOOTSTRAP_SERVERS))
              .awaitExit(Duration.ofSeconds(1));
      assertThat(exit).as("all 450 frames have an outcome").isZero();
      compare(config);
    }
  }

  private static void compare(MoodlineConfig config) {
    List<EmotionEvent> events = new ArrayList<>();
    Snapshot.read(config, config.topics().emotions(), (key, event) -> events.add(event));
    List<FrameOutcome> outcomes = new ArrayList<>();
    Snapshot.read(config, config.topics().frameOutcomes(), (key, outcome) -> outcomes.add(outcome));
    long beginMs = outcomes.stream().mapToLong(FrameOutcome::getCapturedAtMs).min().orElseThrow();

    DemoScene scene = new DemoScene(DemoOptions.parse(DEMO));
    int found = 0;
    int matched = 0;
    for (EmotionEvent event : events) {
      Optional<TruthFace> truth =
          scene.truthAt(event.getCapturedAtMs() - beginMs).stream()
              .filter(face -> face.clear() && !face.inTransition())
              .filter(face -> covers(event.getBox(), face))
              .findFirst();
      if (truth.isPresent()) {
        found++;
        matched += event.getDominant() == truth.get().expression() ? 1 : 0;
      }
    }
    System.out.printf(
        "demo: %d events, %d of clear faces with a held expression, %.3f as scripted%n",
        events.size(), found, (double) matched / found);
    assertThat(found).isGreaterThan(100);
    assertThat((double) matched / found).isGreaterThan(0.7);
  }

  /** True when the middle of the true face lies in the box. */
  private static boolean covers(Box box, TruthFace face) {
    float x = (face.x1() + face.x2()) / 2f;
    float y = (face.y1() + face.y2()) / 2f;
    return box.getX1() <= x && x < box.getX2() && box.getY1() <= y && y < box.getY2();
  }
}
