package io.moodline.app.cli;

import io.moodline.app.evaluate.pipeline.PipelinePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code moodline evaluate --pipeline}. */
final class PipelineOptions {

  @Option(
      names = "--pipeline",
      description =
          "Also place the faces into made-up frames, and let the detector find them and cut them"
              + " out again.")
  private boolean pipeline;

  @Option(
      names = "--detector",
      paramLabel = "KIND",
      description =
          "With --pipeline: haar, yunet, or auto (the default: yunet when its file is there); may be"
              + " repeated.")
  private List<String> detectors = List.of("auto");

  @Option(
      names = "--detector-models",
      paramLabel = "DIR",
      defaultValue = ".moodline/models",
      description =
          "With --pipeline: folder of the face detector's models (default ${DEFAULT-VALUE}).")
  private Path models;

  @Option(
      names = "--crop-margin",
      paramLabel = "SHARE",
      description = "With --pipeline: margin around boxes, in the place of the model card's.")
  private String margin;

  @Option(
      names = "--crop-landmarks",
      paramLabel = "POINTS",
      description =
          "With --pipeline: five points \"x,y x,y x,y x,y x,y\" in the place of the model card's;"
              + " \"\" cuts out by boxes.")
  private String landmarks;

  @Option(
      names = "--smallest",
      paramLabel = "N",
      defaultValue = "60",
      description = "With --pipeline: least side of a face, pixels (default ${DEFAULT-VALUE}).")
  private int smallest;

  @Option(
      names = "--largest",
      paramLabel = "N",
      defaultValue = "160",
      description = "With --pipeline: most side of a face, pixels (default ${DEFAULT-VALUE}).")
  private int largest;

  /**
   * The plan; empty when {@code --pipeline} was not given.
   *
   * @throws IllegalArgumentException when a value is out of range
   */
  Optional<PipelinePlan> plan() {
    return pipeline
        ? Optional.of(
            new PipelinePlan(
                detectors,
                models.toString(),
                Optional.ofNullable(margin),
                Optional.ofNullable(landmarks),
                smallest,
                largest))
        : Optional.empty();
  }
}
