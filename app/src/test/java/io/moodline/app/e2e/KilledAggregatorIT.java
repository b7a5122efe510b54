package io.moodline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.app.cli.Settings;
import io.moodline.app.traffic.FrameRhythm;
import io.moodline.app.traffic.Mishaps;
import io.moodline.app.traffic.Mood;
import io.moodline.app.traffic.TrafficCamera;
import io.moodline.app.traffic.TrafficPlan;
import io.moodline.app.traffic.TrafficRecord;
import io.moodline.app.traffic.TrafficSite;
import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Camera;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FrameOutcome;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two aggregators in processes of their own; one is killed while the other is being asked. */
class KilledAggregatorIT {

  private static final long FROM = Instant.parse("2026-06-01T12:00:00Z").toEpochMilli();
  private static final long MINUTES = 10 * 60_000;
  private static final TrafficPlan PLAN =
      new TrafficPlan(
          11,
          FROM,
          FROM + MINUTES,
          0,
          Mishaps.SOME,
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      new TrafficCamera(
                          "cam-" + i,
                          site(i % 2 == 0 ? "north" : "south"),
                          FrameRhythm.every(1_000),
                          List.of()))
              .toList());

  private static TrafficSite site(String id) {
    return new TrafficSite(
        id,
        ZoneOffset.UTC,
        LocalTime.MIDNIGHT,
        LocalTime.MIDNIGHT,
        Collections.nCopies(24, 240.0),
        Collections.nCopies(24, Mood.GOOD));
  }

  @TempDir Path dir;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void theOtherGivesRightAnswersOrNone() throws Exception {
    try (MoodlineProcess broker = MoodlineProcess.start(dir, "broker", "--broker-port", "0")) {
      String address =
          broker
              .awaitLine("broker 127.0.0.1:", Duration.ofSeconds(60))
              .replaceFirst("^broker +([^,]+),.*", "$1");
      try (MoodlineProcess survivor = start("one", address);
          MoodlineProcess victim = start("two", address)) {
        survivor.awaitLine(" runs", Duration.ofSeconds(120));
        victim.awaitLine(" runs", Duration.ofSeconds(120));
        play(Settings.of(Map.of("bootstrap.servers", address)).common());
        Map<String, JsonNode> right = settled(survivor);
        assertThat(settled(victim)).as("either answers for all").isEqualTo(right);
        askWhileOneIsKilled(survivor, victim, right);
      }
    }
  }

  private MoodlineProcess start(String state, String broker) throws IOException {
    return MoodlineProcess.start(
        dir,
        "aggregator",
        "--bootstrap-servers",
        broker,
        "--set",
        "session.timeout.ms=6000",
        "--set",
        "state.dir=" + state,
        "--set",
        "aggregator.http.port=0",
        "--set",
        "aggregator.silence.ms=2000");
  }

  private static void play(MoodlineConfig config) throws Exception {
    Topics topics = config.topics();
    List<Future<?>> sent = new ArrayList<>();
    try (KafkaProducer<String, Camera> cameras = producer(config, topics.cameras());
        KafkaProducer<String, EmotionEvent> events = producer(config, topics.emotions());
        KafkaProducer<String, FrameOutcome> ends = producer(config, topics.frameOutcomes())) {
      for (Camera camera : PLAN.registrations()) {
        String name = topics.cameras().name();
        sent.add(cameras.send(new ProducerRecord<>(name, camera.getId(), camera)));
      }
      cameras.flush();
      for (Iterator<TrafficRecord> all = PLAN.play(); all.hasNext(); ) {
        TrafficRecord record = all.next();
        String camera = record.cameraId();
        if (record instanceof TrafficRecord.Seen seen) {
          String name = topics.emotions().name();
          sent.add(events.send(new ProducerRecord<>(name, camera, seen.event())));
        } else if (record instanceof TrafficRecord.FrameEnd end) {
          String name = topics.frameOutcomes().name();
          sent.add(ends.send(new ProducerRecord<>(name, camera, end.outcome())));
        }
      }
      for (Future<?> record : sent) {
        record.get(30, TimeUnit.SECONDS);
      }
    }
  }

  private static <V> KafkaProducer<String, V> producer(
      MoodlineConfig config, Topic<String, V> topic) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", config.getString("bootstrap.servers")),
        topic.keys().serializer(),
        topic.values().serializer());
  }

  private static List<String> questions() {
    String range = "from=" + FROM + "&to=" + (FROM + MINUTES);
    List<String> paths = new ArrayList<>(List.of("cameras", "faces?limit=1000", "moments"));
    for (TrafficCamera camera : PLAN.cameras()) {
      paths.add("faces?camera=" + camera.id());
      paths.add("trends?step=10s&camera=" + camera.id() + "&" + range);
    }
    for (String site : List.of("north", "south")) {
      paths.add("trends?step=1m&site=" + site + "&" + range);
    }
    return paths;
  }

  /** Every answer, once all frames have arrived and nothing changes any more. */
  private Map<String, JsonNode> settled(MoodlineProcess aggregator) {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(3))
        .untilAsserted(
            () -> {
              Map<String, JsonNode> before = new LinkedHashMap<>(answers);
              for (String question : questions()) {
                HttpResponse<String> answer = ask(aggregator, question);
                assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(200);
                answers.put(question, MoodlineProcess.json(answer.body()));
              }
              assertThat(answers).isEqualTo(before);
              for (JsonNode camera : answers.get("cameras").at("/cameras")) {
                assertThat(camera.at("/frames/captured").longValue()).isEqualTo(600);
              }
            });
    assertThat(answers.get("cameras").at("/cameras")).hasSize(8);
    assertThat(answers.get("faces?limit=1000").at("/faces")).hasSizeGreaterThan(100);
    return answers;
  }

  private void askWhileOneIsKilled(
      MoodlineProcess survivor, MoodlineProcess victim, Map<String, JsonNode> right)
      throws Exception {
    Map<Integer, Integer> statuses = new TreeMap<>();
    int wrong = 0;
    int rounds = 0;
    int wholeRounds = 0;
    long killed = System.nanoTime();
    // It goes on until everything has been answered several times without the victim.
    while (wholeRounds < 5 && System.nanoTime() - killed < TimeUnit.MINUTES.toNanos(3)) {
      if (rounds++ == 3) {
        victim.kill();
        killed = System.nanoTime();
        wholeRounds = 0;
      }
      boolean whole = true;
      for (Map.Entry<String, JsonNode> question : right.entrySet()) {
        HttpResponse<String> answer = ask(survivor, question.getKey());
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        whole &= answer.statusCode() == 200;
        if (answer.statusCode() == 200
            && !MoodlineProcess.json(answer.body()).equals(question.getValue())) {
          wrong++;
          System.out.println("wrong: " + question.getKey() + ": " + answer.body());
        }
      }
      wholeRounds = rounds > 3 && whole ? wholeRounds + 1 : 0;
    }
    System.out.printf(
        "killed aggregator: answers by status %s, wrong %d, whole again after %d ms%n",
        statuses, wrong, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
    assertThat(wrong).as("wrong answers").isZero();
    assertThat(statuses.keySet()).as("statuses").containsExactly(200, 503);
    assertThat(wholeRounds).as("whole rounds without the victim").isEqualTo(5);
  }

  private HttpResponse<String> ask(MoodlineProcess aggregator, String path)
      throws IOException, InterruptedException {
    URI uri = aggregator.page().resolve("/api/v1/" + path);
    return http.send(
        HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
        BodyHandlers.ofString());
  }
}
