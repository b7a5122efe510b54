package io.moodline.detector;

import io.moodline.detector.models.ModelCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * Which face detector is used, and why. Immutable.
 *
 * @param yunet YuNet's file, or nothing when it is OpenCV's cascade
 * @param reason why, for the log
 * @param refused files that may not be loaded, a sentence each that names both sums
 */
public record DetectorChoice(Optional<Path> yunet, String reason, List<String> refused) {

  public static final String AUTO = "auto";
  public static final String HAAR = "haar";
  public static final String YUNET = "yunet";

  private static final String DEFAULT_FOLDER = ".moodline/models";

  public DetectorChoice {
    refused = List.copyOf(refused);
  }

  /** {@code haar} or {@code yunet}. */
  public String detector() {
    return yunet.isPresent() ? YUNET : HAAR;
  }

  /**
   * Chooses.
   *
   * @param kind {@code auto}, {@code haar} or {@code yunet}
   * @param configured YuNet's file as the user named it, or empty. It is the user's own choice and
   *     not held against the catalogue.
   * @param folder the model folder; it need not exist
   * @throws ConfigException when the kind is {@code yunet} and there is no file that may be loaded
   */
  static DetectorChoice of(
      String kind, String configured, String folder, ModelCatalogue catalogue) {
    if (kind.equals(HAAR)) {
      return haar(DetectorConfig.KIND + " is " + HAAR, List.of());
    }
    if (!configured.isEmpty()) {
      String reason = configured + ", which " + DetectorConfig.YUNET_MODEL + " names";
      return new DetectorChoice(Optional.of(Path.of(configured)), reason, List.of());
    }
    YuNetFile.Found found = YuNetFile.newestIn(Path.of(folder), catalogue);
    if (found.file().isPresent()) {
      String what =
          found.verified()
              ? ", its sha256 is the catalogue's"
              : ", which the catalogue does not know: its sha256 was not checked";
      return new DetectorChoice(found.file(), found.file().get() + what, found.refused());
    }
    if (kind.equals(YUNET)) {
      throw new ConfigException(DetectorConfig.KIND, kind, needed(folder, found.refused()));
    }
    return haar(none(folder, found.refused()), found.refused());
  }

  private static DetectorChoice haar(String reason, List<String> refused) {
    return new DetectorChoice(Optional.empty(), reason, refused);
  }

  private static String none(String folder, List<String> refused) {
    return refused.isEmpty()
        ? "there is no YuNet file in the folder %s; %s fetches it".formatted(folder, pull(folder))
        : "no YuNet file of the folder %s may be loaded; %s fetches it anew"
            .formatted(folder, pull(folder));
  }

  private static String needed(String folder, List<String> refused) {
    String needed =
        "needs %s, or a file face_detection_yunet_*.onnx in the folder %s (%s), which %s fetches"
            .formatted(DetectorConfig.YUNET_MODEL, folder, DetectorConfig.MODELS_DIR, pull(folder));
    return refused.isEmpty() ? needed : needed + "; " + String.join("; ", refused);
  }

  private static String pull(String folder) {
    String pull = "moodline models pull yunet";
    return "'" + (folder.equals(DEFAULT_FOLDER) ? pull : pull + " --dir " + folder) + "'";
  }
}
