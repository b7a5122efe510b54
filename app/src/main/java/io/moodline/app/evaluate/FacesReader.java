package io.moodline.app.evaluate;

import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FaceDataset;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.MissingSplitException;
import io.moodline.trainer.dataset.NoLabelSet;
import io.moodline.trainer.dataset.Split;
import io.moodline.trainer.quality.NearDuplicates;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the faces to be judged, and which of them the training pictures give away. */
final class FacesReader {

  private final FaceDataset data;
  private final Consumer<String> progress;

  FacesReader(FaceDataset data, Consumer<String> progress) {
    this.data = data;
    this.progress = progress;
  }

  /**
   * Reads one part.
   *
   * @param badRows what becomes of its unusable rows; those of the training part are always left
   *     out
   * @param clean look for near-duplicates among the training pictures
   * @throws IOException when the part cannot be read; the message says why
   */
  TestFaces read(Split split, BadRows badRows, boolean clean) throws IOException {
    List<LabelledFace> faces = data.faces(Set.of(split), badRows);
    progress.accept(faces.size() + " pictures of " + split.usage());
    NoLabelSet.text(faces).ifPresent(progress);
    boolean wanted = clean && split != Split.TRAIN;
    return new TestFaces(faces, wanted ? seen(faces) : Optional.empty());
  }

  private Optional<Set<String>> seen(List<LabelledFace> faces) throws IOException {
    progress.accept("Looking for their near-duplicates among the training pictures ...");
    try {
      List<LabelledFace> train = data.faces(Set.of(Split.TRAIN), BadRows.skip());
      return Optional.of(NearDuplicates.leaked(faces, train));
    } catch (MissingSplitException e) {
      progress.accept("Unknown: there are no training pictures beside them");
      return Optional.empty();
    }
  }
}
