package io.moodline.app.cli;

import io.moodline.app.run.Sources;
import io.moodline.schemas.Camera;
import io.moodline.topics.CameraRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that describe a camera, wherever one is registered. */
final class CameraOptions {

  /** Who registers: a run, whose cameras a later run disables; or a person, whose cameras stay. */
  static final String RUN = "run";

  static final String CLI = "cli";

  @Option(
      names = "--site",
      paramLabel = "ID",
      defaultValue = "default",
      description = "Store or venue (default ${DEFAULT-VALUE}).")
  private String site;

  @Option(
      names = "--fps",
      paramLabel = "N",
      defaultValue = "5",
      description = "Frames a second to take from a live source (default ${DEFAULT-VALUE}).")
  private double fps;

  @Option(names = "--realtime", description = "A file plays at its own speed.")
  private boolean realtime;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description = "When a file was recorded, such as 2026-03-01T09:00:00Z.")
  private Instant start;

  @Mixin private DetectionOptions detection;

  @Mixin private AnalyticsOptions analytics;

  /**
   * The camera of a source.
   *
   * @throws IllegalArgumentException when something about it is not allowed, saying what is
   */
  Camera camera(String text, String addedBy) {
    Sources.Named named = Sources.parse(text);
    Camera camera =
        Camera.newBuilder()
            .setId(named.cameraId())
            .setSite(site)
            .setName(named.cameraId())
            .setSource(absolute(named.source()))
            .setTargetFps(fps)
            .setRealtime(realtime)
            .setStartMs(start == null ? null : start.toEpochMilli())
            .setDetection(detection.settings())
            .setAnalytics(analytics.settings())
            .setAddedBy(addedBy)
            .setUpdatedAtMs(System.currentTimeMillis())
            .build();
    CameraRules.check(camera);
    return camera;
  }

  /** A file's path is told in full: who decodes it may run in another folder. */
  private static String absolute(String source) {
    boolean local = !source.contains("://") && Files.exists(Path.of(source));
    return local ? Path.of(source).toAbsolutePath().normalize().toString() : source;
  }
}
