package io.moodline.detector.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds picture files. */
public final class Pictures {

  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png");

  private Pictures() {}

  /** True when a file's name is that of a picture that can be read: JPEG or PNG. */
  public static boolean isPicture(Path file) {
    return ENDINGS.contains(ending(file));
  }

  /**
   * The pictures in a folder and in the folders within it, by path.
   *
   * @throws GroundTruthException when the folder cannot be read, naming it
   */
  static List<Path> below(Path folder) throws GroundTruthException {
    return below(folder, ENDINGS);
  }

  /** The files with these endings, in the same way. */
  static List<Path> below(Path folder, Set<String> endings) throws GroundTruthException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> endings.contains(ending(file)) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new GroundTruthException("cannot read the folder " + folder + ": " + e, e);
    }
  }

  /** The same path with another ending. */
  static String withEnding(Path file, String ending) {
    String path = file.toString();
    return path.substring(0, path.length() - ending(file).length() - 1) + ending;
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
