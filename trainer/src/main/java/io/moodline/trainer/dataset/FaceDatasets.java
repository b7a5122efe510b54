package io.moodline.trainer.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** Finds out what form a data set has. */
public final class FaceDatasets {

  private FaceDatasets() {}

  /**
   * Opens a data set without reading its pictures.
   *
   * @throws DatasetException when there is no data set of a known form; the message says what was
   *     found and what is accepted
   * @throws IOException when the folder cannot be listed
   */
  public static FaceDataset open(Path data) throws IOException {
    return FerPlusFaces.open(data);
  }
}
