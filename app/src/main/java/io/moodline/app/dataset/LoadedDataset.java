package io.moodline.app.dataset;

import io.moodline.trainer.dataset.BadRow;
import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FaceDataset;
import io.moodline.trainer.dataset.FaceDatasets;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.MissingSplitException;
import io.moodline.trainer.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * All of a data set in memory, whichever parts it has.
 *
 * @param path where it was read from
 * @param format what form it has
 * @param faces the faces of all parts
 * @param missing the parts that it does not have
 * @param badRows what was left out as unusable
 */
public record LoadedDataset(
    Path path, String format, List<LabelledFace> faces, Set<Split> missing, List<BadRow> badRows) {

  /**
   * Reads a data set.
   *
   * @param skipBad whether to leave bad rows out, or to stop at the first
   * @throws IOException when nothing can be read of it; the message says why
   */
  public static LoadedDataset read(Path path, boolean skipBad) throws IOException {
    FaceDataset dataset = FaceDatasets.open(path);
    EnumSet<Split> wanted = EnumSet.allOf(Split.class);
    while (true) {
      BadRows.Skipped skipped = BadRows.skip();
      try {
        List<LabelledFace> faces = dataset.faces(wanted, skipBad ? skipped : BadRows.refuse());
        Set<Split> missing = EnumSet.complementOf(wanted);
        return new LoadedDataset(path, dataset.format(), faces, missing, skipped.rows());
      } catch (MissingSplitException e) {
        wanted.remove(e.split());
        if (wanted.isEmpty()) {
          throw e;
        }
      }
    }
  }
}
