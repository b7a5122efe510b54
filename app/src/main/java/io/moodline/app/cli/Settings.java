package io.moodline.app.cli;

import io.moodline.config.MoodlineConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigException;

/**
 * What the user set, for all services in one place: a properties file, overruled by {@code --set},
 * overruled by options of their own. Immutable.
 *
 * <p>A key that begins with a stage's name belongs to that stage; the others are common to all.
 */
public final class Settings {

  /** The stages, in the data's order; each has its own beginning of keys. */
  public static final List<String> STAGES =
      List.of("ingest", "detector", "classifier", "aggregator");

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
    Set<String> common = MoodlineConfig.commonKeys().names();
    for (String key : values.keySet()) {
      if (!common.contains(key)
          && !key.startsWith(MoodlineConfig.KAFKA_PREFIX)
          && STAGES.stream().noneMatch(stage -> key.startsWith(stage + "."))) {
        throw new ConfigException(
            "Unknown configuration \""
                + key
                + "\". A key begins with "
                + String.join(".", STAGES).replace(".", "., ")
                + ". or kafka., or is one of "
                + String.join(", ", new TreeSet<>(common)));
      }
    }
  }

  /** Settings of exactly these values. */
  public static Settings of(Map<String, String> values) {
    return new Settings(values);
  }

  /**
   * Reads a properties file.
   *
   * @throws ConfigException when it cannot be read or holds an unknown key
   */
  public static Settings read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException("cannot read the configuration file " + file + ": " + e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return new Settings(values);
  }

  /** These settings, with one changed. */
  public Settings with(String key, String value) {
    return with(Map.of(key, value));
  }

  /** These settings, with some changed. */
  public Settings with(Map<String, String> changes) {
    Map<String, String> merged = new TreeMap<>(values);
    merged.putAll(changes);
    return new Settings(merged);
  }

  /** These settings, with one set where the user has not. */
  public Settings withDefault(String key, String value) {
    return values.containsKey(key) ? this : with(key, value);
  }

  /** True when the user set this key. */
  public boolean sets(String key) {
    return values.containsKey(key);
  }

  /** What one stage is told: the common keys and its own. */
  public Map<String, String> forStage(String stage) {
    Map<String, String> own = new TreeMap<>(values);
    own.keySet()
        .removeIf(
            key ->
                STAGES.stream()
                    .anyMatch(other -> !other.equals(stage) && key.startsWith(other + ".")));
    return own;
  }

  /** What concerns no stage in particular. */
  public CommonConfig common() {
    return new CommonConfig(forStage(""));
  }
}
