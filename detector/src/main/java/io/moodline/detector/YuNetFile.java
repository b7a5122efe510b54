package io.moodline.detector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds YuNet's ONNX file. */
final class YuNetFile {

  /** File names end in the year and month of the model. */
  private static final String NAME = "face_detection_yunet_\\d{4}[a-z]{3}.*\\.onnx";

  private YuNetFile() {}

  /**
   * The newest one in a folder, by the year and month in its name.
   *
   * @return nothing when there is none, or no such folder
   */
  static Optional<Path> newestIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(NAME))
          .max(Comparator.comparing(YuNetFile::yearAndMonth));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into the model folder " + folder, e);
    }
  }

  /** Such as {@code 2023-03} for {@code 2023mar}, followed by the name to break ties. */
  private static String yearAndMonth(Path file) {
    String name = file.getFileName().toString();
    String stamp = name.substring("face_detection_yunet_".length());
    int month = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(stamp.substring(4, 7)) / 3 + 1;
    return "%s-%02d %s".formatted(stamp.substring(0, 4), month, name);
  }
}
