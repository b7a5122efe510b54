package io.moodline.trainer.dataset;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Labelled pictures of faces, in whatever form people have them. */
public interface FaceDataset {

  /** What form the data set has, for messages. */
  String format();

  /**
   * The labelled pictures of some parts, always in the same order.
   *
   * @throws MissingSplitException when the data set does not have one of the parts
   * @throws DatasetException when {@code badRows} stops the reading; the message names file, line
   *     and fault
   * @throws IOException when a file cannot be read
   */
  List<LabelledFace> faces(Set<Split> splits, BadRows badRows) throws IOException;
}
