package io.moodline.app.models;

import io.moodline.detector.models.FileCheck;
import io.moodline.detector.models.KnownModel;
import io.moodline.detector.models.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model folder, held against the catalogue. Immutable.
 *
 * @param path it need not exist
 */
public record ModelFolder(Path path, ModelCatalogue catalogue) {

  /** What a file of the folder is. */
  public enum Kind {
    MATCHES,
    DIFFERS,
    UNREADABLE,
    /** Of a download that was cut off. */
    UNFINISHED,
    /** The catalogue has no file of this name. */
    UNKNOWN
  }

  /**
   * A file of the folder.
   *
   * @param text what it is, in words that name it
   */
  public record Entry(Kind kind, String text) {

    /** Whether it is not what it must be. */
    public boolean isBad() {
      return kind == Kind.DIFFERS || kind == Kind.UNREADABLE;
    }
  }

  /** Every model of the catalogue, there or not. */
  public List<FileCheck> models() {
    return catalogue.models().stream().map(model -> FileCheck.of(path, model)).toList();
  }

  /**
   * Every file of the folder, by name; none when there is no such folder.
   *
   * @throws IOException when the folder cannot be read
   */
  public List<Entry> files() throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> !file.getFileName().toString().equals(FolderLock.FILE))
          .filter(file -> !Files.isDirectory(file) || known(file).isPresent())
          .sorted()
          .map(this::entry)
          .toList();
    }
  }

  private Optional<KnownModel> known(Path file) {
    return catalogue.ofFile(file.getFileName().toString());
  }

  private Entry entry(Path file) {
    Optional<KnownModel> model = known(file);
    if (model.isPresent()) {
      FileCheck check = FileCheck.ofFile(file, model.get());
      return new Entry(kind(check), check.text());
    }
    if (isUnfinished(file.getFileName().toString())) {
      return new Entry(Kind.UNFINISHED, file + " is of an unfinished download; it is never loaded");
    }
    return new Entry(Kind.UNKNOWN, file + " is not known to the catalogue");
  }

  private static Kind kind(FileCheck check) {
    return switch (check.verdict()) {
      case MATCHES -> Kind.MATCHES;
      case DIFFERS -> Kind.DIFFERS;
      // Absent: it went away between listing and reading.
      case ABSENT, UNREADABLE -> Kind.UNREADABLE;
    };
  }

  private boolean isUnfinished(String name) {
    return catalogue.models().stream()
        .anyMatch(
            model ->
                name.equals(model.file() + PartFile.SUFFIX)
                    || name.equals(model.file() + PartFile.ETAG_SUFFIX));
  }
}
