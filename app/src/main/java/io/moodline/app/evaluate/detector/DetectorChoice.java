package io.moodline.app.evaluate.detector;

import io.moodline.app.cli.Settings;
import io.moodline.detector.DetectorConfig;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FaceFinders;
import io.moodline.detector.opencv.OpenCvFaceFinders;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A detector to be measured. Thread-safe.
 *
 * @param id its name in the report, and in file names
 * @param config at which the service would run it
 * @param atOwnThresholds finds what the service would
 * @param atLowestThresholds finds whatever the detector can be made to give, with its score
 */
public record DetectorChoice(
    String id, DetectorConfig config, FaceFinders atOwnThresholds, FaceFinders atLowestThresholds) {

  private static final String ONNX = ".onnx";

  /** As low as the keys allow; fewer agreeing windows than one are no detection. */
  private static final Map<String, String> LOWEST =
      Map.of(
          DetectorConfig.MIN_SCORE, "0.05",
          DetectorConfig.HAAR_MIN_NEIGHBORS, "1",
          DetectorConfig.MAX_FACES, "200");

  /**
   * Opens a detector once, to see that it can be.
   *
   * @param detector as {@code detector.kind} takes it, or YuNet's ONNX file
   * @param settings the other keys
   * @throws org.apache.kafka.common.config.ConfigException when a value is not allowed, naming the
   *     key and what is
   * @throws IllegalArgumentException when the detector cannot be opened, naming its file
   */
  public static DetectorChoice of(String detector, Settings settings) {
    boolean file = detector.toLowerCase(Locale.ROOT).endsWith(ONNX);
    Settings own =
        file
            ? settings.with(
                Map.of(DetectorConfig.KIND, "yunet", DetectorConfig.YUNET_MODEL, detector))
            : settings.with(DetectorConfig.KIND, detector);
    DetectorConfig config = new DetectorConfig(own.forStage("detector"));
    FaceFinders finders = OpenCvFaceFinders.of(config);
    return new DetectorChoice(
        file ? Path.of(detector).getFileName().toString() : finders.detector(),
        config,
        finders,
        OpenCvFaceFinders.of(new DetectorConfig(own.with(LOWEST).forStage("detector"))));
  }

  /** A finder that the caller closes. */
  FaceFinder open() {
    return atOwnThresholds.open();
  }

  /** Its name without the ending of a file. */
  String fileId() {
    return id.endsWith(ONNX) ? id.substring(0, id.length() - ONNX.length()) : id;
  }

  /** The thresholds of the operating point, for people. */
  String thresholds() {
    String own =
        atOwnThresholds.detector().equals("yunet")
            ? "score at least " + config.minScore()
            : config.haarMinNeighbors() + " windows agree";
    return "%s, faces of at least %d px, longer side scaled down to %d px"
        .formatted(own, config.minFace(), config.inputWidth());
  }
}
