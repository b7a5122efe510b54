package io.moodline.detector.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where ground truth lies.
 *
 * @param format how it is written down
 * @param annotations the file, or for YOLO the folder of label files
 * @param images folders in which pictures are looked for, one after the other
 */
record TruthLocation(TruthFormat format, Path annotations, List<Path> images) {

  /**
   * Finds annotations and pictures.
   *
   * @param data a file or a folder
   * @param format empty: found out
   * @param images the folder of the pictures; empty: where such data sets have it
   * @throws GroundTruthException when they are not there, saying what is looked for
   */
  static TruthLocation of(Path data, Optional<TruthFormat> format, Optional<Path> images)
      throws GroundTruthException {
    if (!Files.exists(data)) {
      throw new GroundTruthException("there is no " + data);
    }
    if (images.isPresent() && !Files.isDirectory(images.get())) {
      throw new GroundTruthException("there is no folder " + images.get());
    }
    TruthFormat known = format.isPresent() ? format.get() : detect(data);
    if (known == TruthFormat.YOLO) {
      return yolo(data, images);
    }
    Path file = Files.isDirectory(data) ? only(data, known) : data;
    Path beside = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    List<Path> roots =
        images.map(List::of).orElseGet(() -> List.of(beside, beside.resolve("images")));
    return new TruthLocation(known, file, roots);
  }

  private static TruthFormat detect(Path data) throws GroundTruthException {
    if (!Files.isDirectory(data)) {
      String name = data.getFileName().toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".csv")) {
        return TruthFormat.CSV;
      }
      if (name.endsWith(".txt")) {
        return TruthFormat.WIDER;
      }
      throw unknown(data);
    }
    if (Files.isDirectory(data.resolve("labels"))) {
      return TruthFormat.YOLO;
    }
    if (!files(data, ".csv").isEmpty()) {
      return TruthFormat.CSV;
    }
    if (!files(data, "_bbx_gt.txt").isEmpty()) {
      return TruthFormat.WIDER;
    }
    throw unknown(data);
  }

  private static GroundTruthException unknown(Path data) {
    return new GroundTruthException(
        data
            + ": what format is it? Known are a .csv file (csv), a .txt file (wider) and folders"
            + " that have a .csv file, a *_bbx_gt.txt file, or the folders images and labels"
            + " (yolo). --format says it, one of "
            + String.join(", ", TruthFormat.texts()));
  }

  private static TruthLocation yolo(Path data, Optional<Path> images) throws GroundTruthException {
    if (!Files.isDirectory(data)) {
      throw new GroundTruthException(data + " is a file, but yolo needs a folder");
    }
    Path inside = data.resolve("images");
    Path labels = data.resolve("labels");
    return new TruthLocation(
        TruthFormat.YOLO,
        Files.isDirectory(labels) ? labels : data,
        List.of(images.orElse(Files.isDirectory(inside) ? inside : data)));
  }

  /** The folder's one file of a format. */
  private static Path only(Path folder, TruthFormat format) throws GroundTruthException {
    List<Path> files =
        new ArrayList<>(files(folder, format == TruthFormat.CSV ? ".csv" : "_bbx_gt.txt"));
    if (files.isEmpty() && format == TruthFormat.WIDER) {
      files.addAll(files(folder, ".txt"));
    }
    if (files.size() != 1) {
      throw new GroundTruthException(
          "%s has %d files that could be the annotations: name the one to read"
              .formatted(folder, files.size()));
    }
    return files.get(0);
  }

  private static List<Path> files(Path folder, String ending) throws GroundTruthException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(
              file ->
                  file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending)
                      && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new GroundTruthException("cannot read the folder " + folder + ": " + e, e);
    }
  }
}
