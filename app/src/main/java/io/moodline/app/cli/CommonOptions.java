package io.moodline.app.cli;

import io.moodline.config.MoodlineConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Kafka cluster to use.")
  private String bootstrapServers;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Properties file; see docs/configuration.md.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets one configuration key; may be repeated.")
  private Map<String, String> set = new LinkedHashMap<>();

  /** What the user set. */
  Settings settings() {
    Settings settings = config == null ? Settings.of(Map.of()) : Settings.read(config);
    settings = settings.with(set);
    return bootstrapServers == null
        ? settings
        : settings.with(MoodlineConfig.BOOTSTRAP_SERVERS, bootstrapServers);
  }

  /** True when the user named a cluster, in one way or another. */
  boolean namesCluster() {
    return settings().sets(MoodlineConfig.BOOTSTRAP_SERVERS);
  }
}
