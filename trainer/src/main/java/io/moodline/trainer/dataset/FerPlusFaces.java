package io.moodline.trainer.dataset;

import io.moodline.schemas.Emotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The FER+ layout with the contest's labels when they lie beside it: {@code fer2013_labels.csv}, or
 * else the contest's own {@code fer2013.csv}, of which only the labels are read.
 */
final class FerPlusFaces implements FaceDataset {

  private static final String CONTEST = "fer2013.csv";

  /** Where the contest's labels come from. */
  @FunctionalInterface
  private interface Labels {
    Optional<Emotion> of(FerPlusRow row);
  }

  private final Path root;
  private final FerPlusDataset pictures;

  private FerPlusFaces(Path root, FerPlusDataset pictures) {
    this.root = root;
    this.pictures = pictures;
  }

  static FerPlusFaces open(Path root) throws IOException {
    return new FerPlusFaces(root, FerPlusDataset.open(root));
  }

  @Override
  public String format() {
    if (has(ContestLabels.FILE)) {
      return "FER+ layout, with the contest's labels of " + ContestLabels.FILE;
    }
    return has(CONTEST)
        ? "FER+ layout, with the contest's labels of " + CONTEST
        : "FER+ layout, without the contest's labels";
  }

  @Override
  public List<LabelledFace> faces(Set<Split> splits, BadRows badRows) throws IOException {
    Labels labels = labels(badRows);
    List<LabelledFace> faces = new ArrayList<>();
    for (Sample sample : pictures.samples(splits, badRows)) {
      FerPlusRow row = sample.labels();
      String name = row.split().folder() + "/" + row.image();
      faces.add(
          new LabelledFace(name, row.split(), sample.pixels(), Optional.of(row), labels.of(row)));
    }
    return faces;
  }

  private Labels labels(BadRows badRows) throws IOException {
    if (has(ContestLabels.FILE)) {
      ContestLabels all = ContestLabels.read(root.resolve(ContestLabels.FILE), badRows);
      return row -> all.of(row.split(), row.image());
    }
    return has(CONTEST) ? contest(badRows) : row -> Optional.empty();
  }

  /** The contest's rows are in the order of FER+'s: line n of one is line n of the other. */
  private Labels contest(BadRows badRows) throws IOException {
    Path votes = root.resolve(FerPlusDataset.LABELS);
    Map<Integer, Split> splits = new HashMap<>();
    // Bad rows of this file are reported by who reads its votes.
    FerPlusLabels.readEveryRow(votes, bad -> {})
        .forEach(row -> splits.put(row.line(), row.split()));
    Map<Integer, Emotion> byLine = new HashMap<>();
    int last =
        new KaggleCsv(root.resolve(CONTEST))
            .forEach(
                row -> {
                  Split split = splits.getOrDefault(row.line(), row.split());
                  if (split != row.split()) {
                    throw RowOrder.otherUsage(row.split(), split);
                  }
                  byLine.put(row.line(), row.label());
                },
                badRows);
    RowOrder.requireSameLength(CONTEST, last, votes);
    return row -> Optional.ofNullable(byLine.get(row.line()));
  }

  private boolean has(String file) {
    return Files.isRegularFile(root.resolve(file));
  }
}
