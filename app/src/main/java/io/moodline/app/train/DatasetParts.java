package io.moodline.app.train;

import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FaceDataset;
import io.moodline.trainer.dataset.FaceDatasets;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.NoLabelSet;
import io.moodline.trainer.dataset.Split;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a data set part by part, and remembers what was left out of all of them together. */
final class DatasetParts {

  private final FaceDataset data;
  private final BadRows.Skipped skipped = BadRows.skip();
  private final BadRows badRows;
  private final List<LabelledFace> strays = new ArrayList<>();

  /**
   * Opens a data set without reading it.
   *
   * @param skipBad true to leave unusable rows out, false to stop at the first
   * @throws IOException when there is none of a known form, saying what there is
   */
  DatasetParts(Path path, boolean skipBad) throws IOException {
    this.data = FaceDatasets.open(path);
    this.badRows = skipBad ? skipped : BadRows.refuse();
  }

  /**
   * The faces of a part.
   *
   * @throws io.moodline.trainer.dataset.MissingSplitException when the data set does not have it
   * @throws IOException when it cannot be read, saying why
   */
  List<LabelledFace> read(Split split) throws IOException {
    List<LabelledFace> faces = data.faces(Set.of(split), badRows);
    strays.addAll(NoLabelSet.of(faces));
    return faces;
  }

  /** Says how many rows and pictures were left out so far, and why, when any were. */
  void tell(PrintWriter out) {
    skipped.text().ifPresent(out::println);
    NoLabelSet.text(strays).ifPresent(out::println);
    out.flush();
  }
}
