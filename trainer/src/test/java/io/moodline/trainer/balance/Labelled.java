package io.moodline.trainer.balance;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.FerPlusRow;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.dataset.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faces for tests. */
final class Labelled {

  private static final byte[] BLACK = new byte[Sample.SIZE * Sample.SIZE];

  private Labelled() {}

  /** With votes for the eight emotions in the order of {@link Emotion}. */
  static LabelledFace votes(int... emotions) {
    List<Integer> votes = new ArrayList<>();
    for (int vote : emotions) {
      votes.add(vote);
    }
    votes.addAll(List.of(0, 0));
    FerPlusRow row = new FerPlusRow(2, Split.TRAIN, "face.png", votes);
    return new LabelledFace("face.png", Split.TRAIN, BLACK, Optional.of(row), Optional.empty());
  }

  /** With the contest's label. */
  static LabelledFace label(Emotion emotion) {
    return new LabelledFace("face.png", Split.TRAIN, BLACK, Optional.empty(), Optional.of(emotion));
  }
}
