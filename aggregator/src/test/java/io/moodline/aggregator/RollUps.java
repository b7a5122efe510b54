package io.moodline.aggregator;

import static io.moodline.aggregator.Records.mostly;

import io.moodline.schemas.Emotion;
import io.moodline.schemas.Trend;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;

/** A pipeline, and what the tests of its hours, days and down times ask it. */
abstract class RollUps {

  static final long HOUR = 3_600_000;
  static final long DAY = 86_400_000;
  static final double[] HAPPY = mostly(Emotion.HAPPINESS, 0.93);

  /** 29 March 2026 in Berlin: 23 hours. */
  static final long SPRING = ms("2026-03-28T23:00:00Z");

  final Map<String, Trend> latest = new TreeMap<>();
  Pipeline pipeline = new Pipeline(Map.of("aggregator.site.zones", "north=Europe/Berlin"));

  @AfterEach
  void close() {
    pipeline.close();
  }

  static long ms(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  void settings(Map<String, ?> settings) {
    pipeline.close();
    pipeline = new Pipeline(settings);
  }

  void register(String camera, String site) {
    pipeline.cameras.pipeInput(camera, Records.camera(camera, site, "rtsp://h/x"));
  }

  void frame(String camera, long at, int faces) {
    Map<String, double[]> seen = new HashMap<>();
    for (int i = 0; i < faces; i++) {
      seen.put(camera + ":" + at + ":" + i, HAPPY);
    }
    pipeline.frame(camera, SPRING, at, seen);
  }

  /** The latest record of a window on the topic, or null. */
  Trend published(String scope, long windowMs, long start) {
    latest.putAll(pipeline.trends.readKeyValuesToMap());
    return latest.get(scope + "/" + windowMs + "/" + start);
  }

  Trend stored(String store, String scope, long windowMs, long start) {
    return pipeline
        .driver
        .<String, Trend>getKeyValueStore(store)
        .get(scope + "/" + windowMs + "/" + start);
  }
}
