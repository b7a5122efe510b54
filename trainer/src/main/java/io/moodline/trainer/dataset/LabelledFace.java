package io.moodline.trainer.dataset;

import io.moodline.schemas.Emotion;
import java.util.Optional;

/**
 * A picture of a face with what people named it.
 *
 * @param name where it comes from, for messages: a path inside of the data set, or file and line
 * @param split the part of the data set that it belongs to
 * @param pixels {@link Sample#SIZE} x {@link Sample#SIZE} gray values, row by row from the top, 0
 *     to 255 unsigned; shared, not to be changed
 * @param votes how FER+'s annotators named it, when the data set has votes
 * @param label its one label, when the data set has one: that of the FER-2013 contest, or the class
 *     folder that it lies in
 */
public record LabelledFace(
    String name, Split split, byte[] pixels, Optional<FerPlusRow> votes, Optional<Emotion> label) {

  public LabelledFace {
    if (pixels.length != Sample.SIZE * Sample.SIZE) {
      throw new IllegalArgumentException(
          name
              + " has "
              + pixels.length
              + " pixels, but must have "
              + Sample.SIZE * Sample.SIZE
              + " ("
              + Sample.SIZE
              + " x "
              + Sample.SIZE
              + ")");
    }
  }
}
