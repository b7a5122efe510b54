package io.moodline.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.moodline.emotion.ValenceWeights;
import io.moodline.serde.AvroSerdes;
import io.moodline.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/**
 * What every service is told: where Kafka is, what the topics are called, where state lies.
 *
 * <p>A service's own configuration extends this, adding its keys to {@link #commonKeys()}. Each key
 * is declared once, with type, default, validator and documentation; the reference page is
 * generated from these declarations. Keys that begin with {@code kafka.} are handed to Kafka's
 * clients as they are, without that beginning. Immutable.
 */
public class MoodlineConfig extends AbstractConfig {

  /** Keys with this beginning go to Kafka's clients. */
  public static final String KAFKA_PREFIX = "kafka.";

  public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
  public static final String TOPIC_PREFIX = "topic.prefix";
  public static final String PARTITIONS = "partitions";
  public static final String REPLICATION_FACTOR = "replication.factor";
  public static final String SCHEMA_REGISTRY_URL = "schema.registry.url";
  public static final String STATE_DIR = "state.dir";
  public static final String COMMIT_INTERVAL_MS = "commit.interval.ms";
  public static final String SESSION_TIMEOUT_MS = "session.timeout.ms";
  public static final String VALENCE_WEIGHTS = "valence.weights";
  public static final String IMAGE_RETENTION_MS = "image.retention.ms";

  /**
   * @param keys the declarations, made from {@link #commonKeys()}
   * @param values what was set; the rest keeps its default
   * @throws ConfigException when a value is not allowed or a key is unknown, naming it and what is
   *     allowed
   */
  protected MoodlineConfig(ConfigDef keys, Map<String, ?> values) {
    super(keys, values, false);
    values.keySet().stream()
        .filter(key -> !key.startsWith(KAFKA_PREFIX) && !keys.names().contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new ConfigException(
                  "Unknown configuration \""
                      + key
                      + "\". Known are "
                      + String.join(", ", new TreeSet<>(keys.names()))
                      + ", and anything that begins with kafka.");
            });
  }

  /** The keys that every service has; a new, mutable definition at each call. */
  public static ConfigDef commonKeys() {
    return new ConfigDef()
        .define(
            BOOTSTRAP_SERVERS,
            STRING,
            "127.0.0.1:9092",
            new ConfigDef.NonEmptyString(),
            HIGH,
            "Kafka brokers, host:port, separated by commas.")
        .define(
            TOPIC_PREFIX,
            STRING,
            "moodline",
            Validators.matching("[a-z0-9][a-z0-9-]{0,62}", "1 to 63 of a-z, 0-9 and -"),
            MEDIUM,
            "First part of every topic's and consumer group's name.")
        .define(
            PARTITIONS,
            INT,
            8,
            Range.between(1, 1000),
            MEDIUM,
            "Partitions of each topic when it is created: the most instances that can share the"
                + " work. It cannot be changed afterwards.")
        .define(
            REPLICATION_FACTOR,
            INT,
            1,
            Range.between(1, 15),
            MEDIUM,
            "Copies of each topic when it is created; 3 on a cluster that must survive a broker.")
        .define(
            SCHEMA_REGISTRY_URL,
            STRING,
            "",
            Validators.matching(
                "(https?://\\S+)?", "empty, or an address that begins with http:// or https://"),
            MEDIUM,
            "Address of an Apicurio registry's API (ending in /apis/registry/v3). Empty: Avro"
                + " single-object encoding, which needs no registry.")
        .define(
            STATE_DIR,
            STRING,
            ".moodline/state",
            new ConfigDef.NonEmptyString(),
            MEDIUM,
            "Folder for Kafka Streams' local state. It may be lost: it is restored from Kafka.")
        .define(
            COMMIT_INTERVAL_MS,
            LONG,
            100L,
            Range.between(10, 5_000),
            LOW,
            "How often a service commits, milliseconds: records become visible to the next stage"
                + " with the commit, so this is part of the latency of each stage. Well below the"
                + " 10 s after which Kafka gives a transaction up.")
        .define(
            SESSION_TIMEOUT_MS,
            INT,
            10_000,
            Range.between(6_000, 300_000),
            LOW,
            "How long after an instance falls silent its work goes to another, milliseconds.")
        .define(
            VALENCE_WEIGHTS,
            STRING,
            ValenceWeights.DEFAULT,
            Validators.parsedBy(ValenceWeights::parse, "emotion=weight, for all eight emotions"),
            MEDIUM,
            "How pleased each emotion counts as, -1 to 1. Satisfaction is 50 * (1 + the expected"
                + " weight).")
        .define(
            IMAGE_RETENTION_MS,
            LONG,
            60_000L,
            Range.between(0, 86_400_000),
            MEDIUM,
            "How long frames and crops stay on their topics after they were read, milliseconds."
                + " What was not read yet is kept for a day at the most.");
  }

  /** Every topic, under the configured prefix and in the configured wire format. */
  public Topics topics() {
    return new Topics(getString(TOPIC_PREFIX), AvroSerdes.of(getString(SCHEMA_REGISTRY_URL)));
  }

  /** How pleased each emotion counts as. */
  public ValenceWeights valenceWeights() {
    return ValenceWeights.parse(getString(VALENCE_WEIGHTS));
  }

  /** The folder for local state of the named service. */
  public Path stateDir(String service) {
    return Path.of(getString(STATE_DIR)).resolve(service);
  }

  /** A key given in milliseconds. */
  public final Duration duration(String key) {
    return Duration.ofMillis(getLong(key));
  }

  /** What goes to Kafka's clients as it is. */
  public final Map<String, Object> kafkaSettings() {
    return originalsWithPrefix(KAFKA_PREFIX);
  }
}
