package io.moodline.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Emotion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoLabelSetTest {

  private static final LabelledFace CONTEMPT = face(Optional.of(Emotion.CONTEMPT));
  private static final LabelledFace ANGER = face(Optional.of(Emotion.ANGER));

  @Test
  void findsWhatNoLabelSetHasAndCountsItByClass() {
    List<LabelledFace> faces = List.of(CONTEMPT, ANGER, face(Optional.empty()), CONTEMPT);

    assertThat(NoLabelSet.of(faces)).containsExactly(CONTEMPT, CONTEMPT);
    assertThat(NoLabelSet.text(faces))
        .contains("2 pictures have a label that is in no label set, and are left out: contempt 2");
  }

  @Test
  void saysNothingWhereThereIsNone() {
    assertThat(NoLabelSet.text(List.of(ANGER, face(Optional.empty())))).isEmpty();
  }

  private static LabelledFace face(Optional<Emotion> label) {
    return new LabelledFace("face", Split.TRAIN, new byte[48 * 48], Optional.empty(), label);
  }
}
