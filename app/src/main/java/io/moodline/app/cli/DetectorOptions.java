package io.moodline.app.cli;

import io.moodline.app.evaluate.detector.DetectorChoice;
import io.moodline.detector.DetectorConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which detectors are measured, and how they are set. */
final class DetectorOptions {

  @Option(
      names = "--detector",
      paramLabel = "KIND",
      description =
          "haar, yunet, YuNet's ONNX file, or auto (the default: yunet when its file is there); may"
              + " be repeated.")
  private List<String> detectors = List.of("auto");

  @Option(
      names = "--detector-models",
      paramLabel = "DIR",
      defaultValue = ".moodline/models",
      description = "Folder of the face detector's models (default ${DEFAULT-VALUE}).")
  private Path models;

  @Option(
      names = "--input-width",
      paramLabel = "PX",
      description =
          "Larger pictures are scaled down until their longer side is this"
              + " (detector.input.width).")
  private String inputWidth;

  @Option(
      names = "--min-face",
      paramLabel = "PX",
      description = "Smaller faces are not looked for (detector.min.face.px).")
  private String minFace;

  @Option(
      names = "--min-score",
      paramLabel = "SCORE",
      description = "Least score of a face that YuNet found (detector.yunet.min.score).")
  private String minScore;

  @Option(
      names = "--min-neighbors",
      paramLabel = "N",
      description = "How many windows of Haar's cascade must agree (detector.haar.min.neighbors).")
  private String minNeighbors;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets another key of the detector's configuration; may be repeated.")
  private Map<String, String> set = new LinkedHashMap<>();

  /**
   * The detectors, each opened once to see that it can be.
   *
   * @throws org.apache.kafka.common.config.ConfigException when a value is not allowed, naming the
   *     key and what is
   * @throws IllegalArgumentException when a detector cannot be opened, naming its file
   */
  List<DetectorChoice> detectors() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(DetectorConfig.MODELS_DIR, models.toString());
    values.putAll(set);
    put(values, DetectorConfig.INPUT_WIDTH, inputWidth);
    put(values, DetectorConfig.MIN_FACE, minFace);
    put(values, DetectorConfig.MIN_SCORE, minScore);
    put(values, DetectorConfig.HAAR_MIN_NEIGHBORS, minNeighbors);
    Settings settings = Settings.of(values);
    return detectors.stream().map(kind -> DetectorChoice.of(kind, settings)).toList();
  }

  private static void put(Map<String, String> values, String key, String value) {
    if (value != null) {
      values.put(key, value);
    }
  }
}
