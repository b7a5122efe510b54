package io.moodline.trainer.dataset;

import io.moodline.schemas.Emotion;
import java.util.List;

/**
 * One row of {@code fer2013new.csv}: how ten annotators named one picture.
 *
 * @param line the row's line in its file, from 1
 * @param split the part of the data set that the picture belongs to
 * @param image the picture's file name; empty for the pictures that FER+ gives no name because they
 *     show no face
 * @param votes votes for the eight emotions in the order of {@link Emotion}, then for "unknown",
 *     then for "not a face"
 */
public record FerPlusRow(int line, Split split, String image, List<Integer> votes) {

  /** The number of vote columns. */
  static final int COLUMNS = Emotion.values().length + 2;

  public FerPlusRow {
    votes = List.copyOf(votes);
    if (votes.size() != COLUMNS) {
      throw new IllegalArgumentException(
          "votes are " + votes.size() + ", but must be " + COLUMNS + " numbers");
    }
  }

  /** How many annotators saw this emotion, 0 to 10. */
  public int votesFor(Emotion emotion) {
    return votes.get(emotion.ordinal());
  }

  /** How many annotators could not name an emotion. */
  public int unknown() {
    return votes.get(COLUMNS - 2);
  }

  /** How many annotators saw no face. */
  public int notAFace() {
    return votes.get(COLUMNS - 1);
  }

  /** True when the picture exists and fewer than half of the votes say that it is no face. */
  public boolean hasFace() {
    int all = votes.stream().mapToInt(Integer::intValue).sum();
    return !image.isEmpty() && 2 * notAFace() < all;
  }
}
