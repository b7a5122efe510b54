package io.moodline.trainer.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out what form a data set has:
 *
 * <ul>
 *   <li>the FER+ layout: a folder with {@code fer2013new.csv} and the pictures, in the folders
 *       {@code FER2013Train}, {@code FER2013Valid} and {@code FER2013Test} or in one {@code
 *       .tar.xz}; beside it {@code fer2013_labels.csv} or the contest's {@code fer2013.csv} for the
 *       contest's labels;
 *   <li>the contest's {@code fer2013.csv} (or {@code icml_face_data.csv}), the file or its folder;
 *       {@code fer2013new.csv} beside it gives FER+'s votes;
 *   <li>class folders: {@code train/happy/*.jpg}, pictures of any size, which become gray and 48 x
 *       48. Without a folder for validation a fixed tenth of the training pictures, chosen by the
 *       CRC-32 of their names, is taken for it.
 * </ul>
 */
public final class FaceDatasets {

  private static final String ACCEPTED =
      "a data set is fer2013.csv (emotion,pixels,Usage) or its folder; or a folder with"
          + " fer2013new.csv and FER2013Train, FER2013Valid, FER2013Test or one .tar.xz of them;"
          + " or a folder with class folders such as train/happy and test/happy";

  private static final List<String> CONTEST_FILES = List.of("fer2013.csv", "icml_face_data.csv");
  private static final int SHOWN_ENTRIES = 8;

  private FaceDatasets() {}

  /**
   * Opens a data set without reading its pictures.
   *
   * @throws DatasetException when there is no data set of a known form; the message says what was
   *     found and what is accepted
   * @throws IOException when a file cannot be read
   */
  public static FaceDataset open(Path data) throws IOException {
    if (Files.isDirectory(data)) {
      return ofFolder(data);
    }
    if (!Files.exists(data)) {
      throw new DatasetException("there is no file or folder " + data + "; " + ACCEPTED);
    }
    if (!new KaggleCsv(data).isOne()) {
      throw new DatasetException(data + " does not begin with emotion,pixels,Usage; " + ACCEPTED);
    }
    return KaggleFaces.open(data);
  }

  private static FaceDataset ofFolder(Path folder) throws IOException {
    List<Path> entries = entries(folder);
    if (isFerPlus(folder, entries)) {
      return FerPlusFaces.open(folder);
    }
    Optional<Path> contest = contestFile(folder, entries);
    if (contest.isPresent()) {
      return KaggleFaces.open(contest.get());
    }
    if (ClassFolders.isOne(folder)) {
      return ClassFolders.open(folder);
    }
    throw new DatasetException(folder + " holds " + shown(entries) + "; " + ACCEPTED);
  }

  private static boolean isFerPlus(Path folder, List<Path> entries) {
    return Files.isRegularFile(folder.resolve(FerPlusDataset.LABELS))
        && entries.stream()
            .map(entry -> entry.getFileName().toString())
            .anyMatch(name -> Split.ofFolder(name).isPresent() || name.endsWith(".tar.xz"));
  }

  /** The contest's file by its name, or the only one that looks like it. */
  private static Optional<Path> contestFile(Path folder, List<Path> entries) throws IOException {
    for (String name : CONTEST_FILES) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return Optional.of(folder.resolve(name));
      }
    }
    List<Path> found = new ArrayList<>();
    for (Path entry : entries) {
      if (entry.toString().endsWith(".csv")
          && Files.isRegularFile(entry)
          && new KaggleCsv(entry).isOne()) {
        found.add(entry);
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static String shown(List<Path> entries) {
    if (entries.isEmpty()) {
      return "nothing";
    }
    String names =
        entries.stream()
            .limit(SHOWN_ENTRIES)
            .map(entry -> Shown.of(entry.getFileName().toString()))
            .collect(Collectors.joining(", "));
    int more = entries.size() - SHOWN_ENTRIES;
    return more > 0 ? names + " and " + more + " more" : names;
  }
}
