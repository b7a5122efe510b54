package io.moodline.trainer.balance;

import static io.moodline.schemas.Emotion.ANGER;
import static io.moodline.schemas.Emotion.DISGUST;
import static io.moodline.schemas.Emotion.FEAR;
import static io.moodline.schemas.Emotion.HAPPINESS;
import static io.moodline.schemas.Emotion.SURPRISE;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassAnswersTest {

  private static final ClassPlan CONTEST =
      ClassPlan.of(LabelSet.FER2013).only("anger+disgust,happiness,fear+surprise");

  @Test
  void aMergedClassAnswersAsItsCommonestEmotion() {
    List<LabelledFace> faces =
        List.of(
            Labelled.label(ANGER),
            Labelled.label(DISGUST),
            Labelled.label(DISGUST),
            Labelled.label(FEAR),
            Labelled.label(HAPPINESS));

    assertThat(CONTEST).hasToString("anger+disgust,fear+surprise,happiness");
    assertThat(ClassAnswers.of(CONTEST, faces)).containsExactly(DISGUST, FEAR, HAPPINESS);
  }

  @Test
  void theFirstOfEquallyManyIsTaken() {
    List<LabelledFace> faces = List.of(Labelled.label(SURPRISE), Labelled.label(FEAR));

    assertThat(ClassAnswers.of(CONTEST, faces)).containsExactly(ANGER, FEAR, HAPPINESS);
    assertThat(ClassAnswers.of(CONTEST, List.of())).containsExactly(ANGER, FEAR, HAPPINESS);
  }

  @Test
  void votesCountByTheirShares() {
    ClassPlan plan = ClassPlan.of(LabelSet.FERPLUS).only("anger+disgust,fear");
    // Anger 0.6 + 0.3 = 0.9 of two faces, disgust 0.4 + 0.7 = 1.1, though more faces are angry
    // first.
    List<LabelledFace> faces =
        List.of(Labelled.votes(0, 0, 0, 0, 6, 4, 0, 0), Labelled.votes(0, 0, 0, 0, 3, 7, 0, 0));

    assertThat(ClassAnswers.of(plan, faces)).containsExactly(DISGUST, FEAR);
  }
}
