package io.moodline.detector;

import io.moodline.detector.models.FileCheck;
import io.moodline.detector.models.KnownModel;
import io.moodline.detector.models.ModelCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds YuNet's ONNX file in a model folder. */
final class YuNetFile {

  /** File names end in the year and month of the model; an unfinished download's in .part. */
  private static final String NAME = "face_detection_yunet_\\d{4}[a-z]{3}.*\\.onnx";

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private YuNetFile() {}

  /**
   * What a folder has.
   *
   * @param file the newest one that may be loaded
   * @param verified whether its sum is the catalogue's; false too when the catalogue does not know
   *     it
   * @param refused why newer ones may not be loaded, a sentence each
   */
  record Found(Optional<Path> file, boolean verified, List<String> refused) {
    Found {
      refused = List.copyOf(refused);
    }
  }

  /**
   * The newest one in a folder, by the year and month in its name; of one month the catalogue's
   * goes before others. One whose name is in the catalogue and whose sum is not the catalogue's is
   * never chosen.
   *
   * @return no file when there is none, or no such folder
   */
  static Found newestIn(Path folder, ModelCatalogue catalogue) {
    List<String> refused = new ArrayList<>();
    for (Path file : newestFirst(folder, catalogue)) {
      Optional<KnownModel> known = catalogue.ofFile(name(file));
      if (known.isEmpty()) {
        return new Found(Optional.of(file), false, refused);
      }
      FileCheck check = FileCheck.ofFile(file, known.get());
      if (check.matches()) {
        return new Found(Optional.of(file), true, refused);
      }
      refused.add(check.text());
    }
    return new Found(Optional.empty(), false, refused);
  }

  private static List<Path> newestFirst(Path folder, ModelCatalogue catalogue) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Comparator<Path> order =
        Comparator.comparing(YuNetFile::yearAndMonth)
            .thenComparing(file -> catalogue.ofFile(name(file)).isPresent())
            .thenComparing(YuNetFile::name);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).matches(NAME) && Files.isRegularFile(file))
          .sorted(order.reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into the model folder " + folder, e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Such as {@code 2023-03} for {@code 2023mar}. */
  private static String yearAndMonth(Path file) {
    String stamp = name(file).substring("face_detection_yunet_".length());
    int month = MONTHS.indexOf(stamp.substring(4, 7)) / 3 + 1;
    return "%s-%02d".formatted(stamp.substring(0, 4), month);
  }
}
