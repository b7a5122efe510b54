package io.moodline.trainer.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The FER+ layout with, when they lie beside it, the contest's labels. */
final class FerPlusFaces implements FaceDataset {

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
    return Files.isRegularFile(root.resolve(ContestLabels.FILE))
        ? "FER+ layout, with the contest's labels of " + ContestLabels.FILE
        : "FER+ layout, without the contest's labels";
  }

  @Override
  public List<LabelledFace> faces(Set<Split> splits, BadRows badRows) throws IOException {
    Path csv = root.resolve(ContestLabels.FILE);
    Optional<ContestLabels> labels =
        Files.isRegularFile(csv) ? Optional.of(ContestLabels.read(csv, badRows)) : Optional.empty();
    List<LabelledFace> faces = new ArrayList<>();
    for (Sample sample : pictures.samples(splits, badRows)) {
      FerPlusRow row = sample.labels();
      faces.add(
          new LabelledFace(
              row.split().folder() + "/" + row.image(),
              row.split(),
              sample.pixels(),
              Optional.of(row),
              labels.flatMap(all -> all.of(row.split(), row.image()))));
    }
    return faces;
  }
}
