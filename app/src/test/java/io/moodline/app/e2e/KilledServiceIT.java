package io.moodline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moodline.app.audit.ConservationAudit;
import io.moodline.app.cli.Settings;
import io.moodline.app.run.Snapshot;
import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five processes on one machine; one of them is killed in the middle of its work. */
class KilledServiceIT {

  private static final String SOURCE = "demo:faces=2,seed=5,seconds=60,pace=fast";
  private static final int FRAMES = 900;

  @TempDir Path dir;

  @Test
  void faceIdsGoOnAfterTheDetectorIsKilled() throws Exception {
    List<EmotionEvent> events = killAndGoOn("detector");
    // A track that was seen on both sides of the kill kept its id.
    long middle = killedAfterSequence;
    Set<String> before =
        events.stream()
            .filter(e -> e.getSequence() < middle)
            .map(EmotionEvent::getFaceId)
            .collect(Collectors.toSet());
    Set<String> after =
        events.stream()
            .filter(e -> e.getSequence() > middle)
            .map(EmotionEvent::getFaceId)
            .collect(Collectors.toSet());
    before.retainAll(after);
    assertThat(before).as("tracks seen before and after frame %d", middle).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "classifier"})
  void nothingIsLostWhenAServiceIsKilled(String stage) throws Exception {
    killAndGoOn(stage);
  }

  private long killedAfterSequence;

  private List<EmotionEvent> killAndGoOn(String stage) throws Exception {
    Map<String, MoodlineProcess> running = new HashMap<>();
    try (MoodlineProcess broker = MoodlineProcess.start(dir, "broker", "--broker-port", "0")) {
      String address =
          broker
              .awaitLine("broker 127.0.0.1:", Duration.ofSeconds(60))
              .replaceFirst("^broker +([^,]+),.*", "$1");
      MoodlineConfig config = Settings.of(Map.of("bootstrap.servers", address)).common();
      try {
        for (String service : List.of("aggregator", "classifier", "detector", "ingest")) {
          running.put(service, start(service, address));
        }
        for (MoodlineProcess process : running.values()) {
          process.awaitLine(" runs", Duration.ofSeconds(120));
        }
        MoodlineProcess.run(
            dir,
            Duration.ofSeconds(60),
            "cameras",
            "add",
            "door=" + SOURCE,
            "--bootstrap-servers",
            address);
        await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(300))
            .until(() -> events(config).size() > 150);
        running.get(stage).kill();
        killedAfterSequence =
            events(config).stream().mapToLong(EmotionEvent::getSequence).max().orElseThrow();
        assertThat(killedAfterSequence).as("killed in the middle").isLessThan(FRAMES - 50);
        running.put(stage, start(stage, address));
        await()
            .atMost(Duration.ofMinutes(4))
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> isOver(config));
        return audited(config);
      } finally {
        for (MoodlineProcess process : running.values()) {
          process.close();
        }
      }
    }
  }

  private MoodlineProcess start(String service, String broker) throws IOException {
    List<String> command = new ArrayList<>(List.of(service, "--bootstrap-servers", broker));
    command.addAll(List.of("--set", "session.timeout.ms=6000"));
    if (service.equals("aggregator")) {
      command.addAll(List.of("--set", "aggregator.http.port=0"));
    }
    return MoodlineProcess.start(dir, command.toArray(String[]::new));
  }

  private static List<EmotionEvent> events(MoodlineConfig config) {
    List<EmotionEvent> events = new ArrayList<>();
    Snapshot.read(config, config.topics().emotions(), (key, event) -> events.add(event));
    return events;
  }

  private static boolean isOver(MoodlineConfig config) {
    CameraStatus status = Snapshot.latest(config, config.topics().cameraStatus()).get("door");
    return status != null
        && status.getState() == CameraState.ENDED
        && status.getFinished() == status.getCaptured();
  }

  private static List<EmotionEvent> audited(MoodlineConfig config) {
    ConservationAudit audit = new ConservationAudit();
    Snapshot.read(
        config,
        config.topics().frameOutcomes(),
        (key, outcome) -> audit.add(outcome, 0, ConservationAudit.ALL_HELD));
    assertThat(audit.lines())
        .singleElement()
        .satisfies(
            line -> {
              System.out.println("audit: " + line);
              assertThat(line.holds()).as("conservation: %s", line).isTrue();
              assertThat(line.captured()).isEqualTo(FRAMES);
              assertThat(line.classified()).isEqualTo(FRAMES);
            });
    List<EmotionEvent> events = events(config);
    assertThat(events.stream().map(e -> e.getFaceId() + "@" + e.getCapturedAtMs()))
        .as("no event twice")
        .doesNotHaveDuplicates();
    return events;
  }
}
