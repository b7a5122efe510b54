package io.moodline.trainer.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * FER-2013 in the FER+ layout: a folder with {@code fer2013new.csv} and the pictures, either in the
 * folders {@code FER2013Train}, {@code FER2013Valid} and {@code FER2013Test} beside it, or in one
 * {@code .tar.xz} archive that holds those.
 */
public final class FerPlusDataset {

  static final String LABELS = "fer2013new.csv";

  private final Path root;
  private final ImageStore images;

  private FerPlusDataset(Path root, ImageStore images) {
    this.root = root;
    this.images = images;
  }

  /**
   * Finds the parts of a data set without reading them.
   *
   * @throws DatasetException when the labels or the pictures are absent; the message says which
   * @throws IOException when the folder cannot be listed
   */
  public static FerPlusDataset open(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new DatasetException("no folder " + root);
    }
    if (!Files.isRegularFile(root.resolve(LABELS))) {
      throw new DatasetException(root + " holds no " + LABELS);
    }
    return new FerPlusDataset(root, imagesIn(root));
  }

  private static ImageStore imagesIn(Path root) throws IOException {
    for (Split split : Split.values()) {
      if (Files.isDirectory(root.resolve(split.folder()))) {
        return new FolderImages(root);
      }
    }
    List<Path> archives;
    try (Stream<Path> entries = Files.list(root)) {
      archives = entries.filter(file -> file.toString().endsWith(".tar.xz")).sorted().toList();
    }
    if (archives.size() != 1) {
      throw new DatasetException(
          root
              + " holds no folder "
              + Split.TRAIN.folder()
              + " and "
              + archives.size()
              + " .tar.xz archives, but must hold the folder or one archive");
    }
    return new TarXzImages(archives.get(0));
  }

  /** All rows of the labels' file, those without a picture included. */
  public List<FerPlusRow> labels(BadRows badRows) throws IOException {
    return FerPlusLabels.read(root.resolve(LABELS), badRows);
  }

  /**
   * The labelled pictures of some parts, in the order of the labels' file. Rows without a picture's
   * name are left out in silence: FER+ has 173 of them, which show no face.
   *
   * @throws MissingSplitException when a part has no picture at all
   * @throws DatasetException when {@code badRows} stops the reading at a bad row, an absent or a
   *     damaged picture
   */
  public List<Sample> samples(Set<Split> splits, BadRows badRows) throws IOException {
    List<FerPlusRow> rows =
        labels(badRows).stream()
            .filter(row -> splits.contains(row.split()) && !row.image().isEmpty())
            .toList();
    Map<String, byte[]> pictures = pictures(splits, rows, badRows);
    List<Sample> samples = new ArrayList<>();
    for (FerPlusRow row : rows) {
      byte[] pixels = pictures.get(pathOf(row));
      if (pixels == null) {
        badRows.found(new BadRow(LABELS, row.line(), "no picture " + pathOf(row)));
      } else if (pixels.length > 0) {
        samples.add(new Sample(row, pixels));
      }
    }
    return samples;
  }

  /** Pixels by path; an empty array for a picture that was already reported as damaged. */
  private Map<String, byte[]> pictures(Set<Split> splits, List<FerPlusRow> rows, BadRows badRows)
      throws IOException {
    Map<String, byte[]> pictures = new HashMap<>();
    Set<String> wanted =
        rows.stream().map(FerPlusDataset::pathOf).collect(Collectors.toUnmodifiableSet());
    images.forEach(
        (folder, name, content) -> {
          String path = folder + "/" + name;
          if (wanted.contains(path)) {
            pictures.put(path, decode(path, content.read(), badRows));
          }
        });
    for (Split split : splits) {
      if (pictures.keySet().stream().noneMatch(path -> path.startsWith(split.folder() + "/"))) {
        throw new MissingSplitException(
            split, root + " holds no labelled picture of " + split.folder());
      }
    }
    return pictures;
  }

  private static byte[] decode(String path, byte[] encoded, BadRows badRows) throws IOException {
    try {
      return GrayPicture.decodeOfSize(encoded);
    } catch (IllegalArgumentException e) {
      badRows.found(new BadRow(path, 0, e.getMessage()));
      return new byte[0];
    }
  }

  private static String pathOf(FerPlusRow row) {
    return row.split().folder() + "/" + row.image();
  }
}
