package io.moodline.trainer.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The picture files of one folder. */
final class PictureFiles {

  private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".bmp", ".gif");

  /** What desktops leave behind in folders. */
  private static final Set<String> LEFTOVERS = Set.of("thumbs.db", "desktop.ini");

  private static final long MAX_BYTES = 64L << 20;

  private PictureFiles() {}

  /**
   * The pictures, in the order of their names; hidden files are passed over, others are bad rows.
   *
   * @param root what names in messages are relative to
   */
  static List<Path> in(Path folder, Path root, BadRows badRows) throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.list(folder)) {
      entries = all.filter(PictureFiles::counts).sorted().toList();
    }
    List<Path> pictures = new ArrayList<>();
    for (Path entry : entries) {
      if (Files.isRegularFile(entry) && ENDINGS.stream().anyMatch(lower(entry)::endsWith)) {
        pictures.add(entry);
      } else {
        badRows.found(
            new BadRow(
                nameOf(root, entry),
                0,
                "is no picture; there may be files that end in " + String.join(", ", ENDINGS)));
      }
    }
    return pictures;
  }

  /** A file's path below a folder, with {@code /} on every system. */
  static String nameOf(Path root, Path file) {
    return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /**
   * A file's bytes.
   *
   * @throws IllegalArgumentException when it is too large to be a picture of a face
   */
  static byte[] read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MAX_BYTES) {
      throw new IllegalArgumentException(
          "has " + size + " bytes, but a picture must have at most " + MAX_BYTES);
    }
    return Files.readAllBytes(file);
  }

  private static boolean counts(Path entry) {
    String name = lower(entry);
    return !name.startsWith(".") && !LEFTOVERS.contains(name);
  }

  private static String lower(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
