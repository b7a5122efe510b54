package io.moodline.trainer.facebasis;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.FerPlusRow;
import java.util.List;

/**
 * Which faces the mean face of an emotion is made of: those in which at least {@code minVotes} of
 * ten annotators saw it, with the highest {@code minVotes} that leaves enough of them. So frequent
 * emotions get clear examples, and rare ones enough examples.
 *
 * @param emotion the emotion
 * @param minVotes votes that each face has at least, 1 to 10
 * @param faces how many faces that are
 */
record ClassSelection(Emotion emotion, int minVotes, int faces) {

  private static final int MOST_VOTES = 10;

  /**
   * Selects by the rule above.
   *
   * @param minFaces how many faces are enough
   * @throws IllegalArgumentException when even one vote leaves too few faces
   */
  static ClassSelection of(Emotion emotion, List<FerPlusRow> rows, int minFaces) {
    for (int votes = MOST_VOTES; votes >= 1; votes--) {
      int required = votes;
      long faces = rows.stream().filter(row -> row.votesFor(emotion) >= required).count();
      if (faces >= minFaces) {
        return new ClassSelection(emotion, votes, Math.toIntExact(faces));
      }
    }
    throw new IllegalArgumentException(
        "fewer than " + minFaces + " faces have a vote for " + emotion);
  }

  boolean contains(FerPlusRow row) {
    return row.votesFor(emotion) >= minVotes;
  }
}
