package io.moodline.trainer.dataset;

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
 * The contest's one file, and FER+'s votes when {@code fer2013new.csv} lies beside it: line n of
 * one is line n of the other.
 */
final class KaggleFaces implements FaceDataset {

  private final KaggleCsv csv;
  private final Optional<Path> votes;

  private KaggleFaces(KaggleCsv csv, Optional<Path> votes) {
    this.csv = csv;
    this.votes = votes;
  }

  /**
   * Opens the contest's file.
   *
   * @throws DatasetException when it has another header
   */
  static KaggleFaces open(Path file) throws IOException {
    KaggleCsv csv = new KaggleCsv(file);
    csv.requireHeader();
    Path votes = file.resolveSibling(FerPlusDataset.LABELS);
    return new KaggleFaces(csv, Optional.of(votes).filter(Files::isRegularFile));
  }

  @Override
  public String format() {
    return "the contest's "
        + csv.name()
        + (votes.isPresent()
            ? ", with the votes of " + FerPlusDataset.LABELS
            : ", without FER+ votes");
  }

  @Override
  public List<LabelledFace> faces(Set<Split> splits, BadRows badRows) throws IOException {
    Map<Integer, FerPlusRow> byLine = votes.isPresent() ? read(votes.get(), badRows) : Map.of();
    List<LabelledFace> faces = new ArrayList<>();
    int last =
        csv.forEach(
            row -> {
              if (splits.contains(row.split())) {
                faces.add(face(row, Optional.ofNullable(byLine.get(row.line()))));
              }
            },
            badRows);
    if (votes.isPresent()) {
      RowOrder.requireSameLength(csv.name(), last, votes.get());
    }
    requireAll(splits, faces);
    return faces;
  }

  private static Map<Integer, FerPlusRow> read(Path votes, BadRows badRows) throws IOException {
    Map<Integer, FerPlusRow> byLine = new HashMap<>();
    FerPlusLabels.readEveryRow(votes, badRows).forEach(row -> byLine.put(row.line(), row));
    return byLine;
  }

  private LabelledFace face(KaggleCsv.Row row, Optional<FerPlusRow> votes) {
    if (votes.isPresent() && votes.get().split() != row.split()) {
      throw RowOrder.otherUsage(row.split(), votes.get().split());
    }
    return new LabelledFace(
        csv.name() + ":" + row.line(),
        row.split(),
        PixelText.parse(row.pixels()),
        votes,
        Optional.of(row.label()));
  }

  private void requireAll(Set<Split> splits, List<LabelledFace> faces)
      throws MissingSplitException {
    for (Split split : splits) {
      if (faces.stream().noneMatch(face -> face.split() == split)) {
        throw new MissingSplitException(
            split, csv.name() + " holds no good row of Usage " + split.usage());
      }
    }
  }
}
