package io.moodline.ingest;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;

import io.moodline.config.MoodlineConfig;
import io.moodline.ingest.camera.RunnerSettings;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/** What ingest is told. Immutable. */
public final class IngestConfig extends MoodlineConfig {

  public static final String MAX_WIDTH = "ingest.max.width";
  public static final String JPEG_QUALITY = "ingest.jpeg.quality";
  public static final String MAX_IN_FLIGHT = "ingest.max.in.flight";
  public static final String QUEUE_FRAMES = "ingest.queue.frames";
  public static final String TIMEOUT_MS = "ingest.timeout.ms";
  public static final String STALL_TIMEOUT_MS = "ingest.stall.timeout.ms";
  public static final String FIRST_BACKOFF_MS = "ingest.reconnect.first.ms";
  public static final String MAX_BACKOFF_MS = "ingest.reconnect.max.ms";

  /**
   * @param values what was set; the rest keeps its default
   * @throws ConfigException when a value is not allowed or a key is unknown
   */
  public IngestConfig(Map<String, ?> values) {
    super(keys(), values);
    requireAtLeast(STALL_TIMEOUT_MS, TIMEOUT_MS);
    requireAtLeast(MAX_BACKOFF_MS, FIRST_BACKOFF_MS);
  }

  private void requireAtLeast(String key, String other) {
    if (getLong(key) < getLong(other)) {
      throw new ConfigException(
          key, getLong(key), "must be at least " + other + ", which is " + getLong(other));
    }
  }

  /** Ingest's keys and the common ones; a new, mutable definition at each call. */
  public static ConfigDef keys() {
    ConfigDef keys = commonKeys();
    definePictures(keys);
    defineSources(keys);
    return keys;
  }

  private static void definePictures(ConfigDef keys) {
    keys.define(
            MAX_WIDTH,
            INT,
            1280,
            Range.between(64, 7680),
            MEDIUM,
            "Wider pictures are scaled down to this width, pixels.")
        .define(
            JPEG_QUALITY,
            INT,
            85,
            Range.between(1, 100),
            LOW,
            "Quality of the JPEGs between ingest and detector.")
        .define(
            MAX_IN_FLIGHT,
            INT,
            256,
            Range.between(1, 100_000),
            MEDIUM,
            "Most frames of a camera whose outcome is not known yet. Beyond it a file's decoder"
                + " waits and a live camera's frames are shed.")
        .define(
            QUEUE_FRAMES,
            INT,
            8,
            Range.between(1, 1000),
            LOW,
            "Most frames of a camera between its decoder and its sender.");
  }

  private static void defineSources(ConfigDef keys) {
    keys.define(
            TIMEOUT_MS,
            LONG,
            5000L,
            Range.between(100, 600_000),
            MEDIUM,
            "How long connecting to, and each read from, a network source may take, milliseconds.")
        .define(
            STALL_TIMEOUT_MS,
            LONG,
            10_000L,
            Range.between(500, 3_600_000),
            MEDIUM,
            "When no new picture came for this long, the decoder is replaced, whatever it hangs"
                + " in, milliseconds.")
        .define(
            FIRST_BACKOFF_MS,
            LONG,
            1000L,
            Range.between(10, 600_000),
            LOW,
            "First pause before a source is opened again, milliseconds; it doubles each time, and"
                + " each is shortened at random by up to half.")
        .define(
            MAX_BACKOFF_MS,
            LONG,
            30_000L,
            Range.between(10, 3_600_000),
            LOW,
            "Longest such pause, milliseconds.");
  }

  /** How every camera is run. */
  public RunnerSettings runnerSettings() {
    return new RunnerSettings(
        getInt(MAX_WIDTH),
        getInt(JPEG_QUALITY),
        getInt(MAX_IN_FLIGHT),
        getInt(QUEUE_FRAMES),
        duration(TIMEOUT_MS),
        duration(STALL_TIMEOUT_MS),
        duration(FIRST_BACKOFF_MS),
        duration(MAX_BACKOFF_MS));
  }
}
