package io.moodline.trainer.evaluation;

import static io.moodline.schemas.Emotion.ANGER;
import static io.moodline.schemas.Emotion.CONTEMPT;
import static io.moodline.schemas.Emotion.FEAR;
import static io.moodline.schemas.Emotion.HAPPINESS;
import static io.moodline.schemas.Emotion.SADNESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

  /** Happy: 3 right, 1 as sad. Sad: 1 right, 2 as happy. Anger: 1, as contempt. Fear: nobody. */
  private static final ConfusionMatrix EXAMPLE =
      ConfusionMatrix.of(
          List.of(HAPPINESS, SADNESS, ANGER, FEAR),
          List.of(
              Answers.of(HAPPINESS, HAPPINESS, 0.9),
              Answers.of(HAPPINESS, HAPPINESS, 0.8),
              Answers.of(HAPPINESS, HAPPINESS, 0.4),
              Answers.of(HAPPINESS, SADNESS, 0.6),
              Answers.of(SADNESS, SADNESS, 0.5),
              Answers.of(SADNESS, HAPPINESS, 0.5),
              Answers.of(SADNESS, HAPPINESS, 0.7),
              Answers.of(ANGER, CONTEMPT, 0.3)));

  @Test
  void countsAreByTruthAndAnswer() {
    assertThat(EXAMPLE.count(HAPPINESS, SADNESS)).isEqualTo(1);
    assertThat(EXAMPLE.count(SADNESS, HAPPINESS)).isEqualTo(2);
    assertThat(EXAMPLE.count(ANGER, CONTEMPT)).isEqualTo(1);
    assertThat(EXAMPLE.support(SADNESS)).isEqualTo(3);
    assertThat(EXAMPLE.answered(HAPPINESS)).isEqualTo(5);
    assertThat(EXAMPLE.rowShare(SADNESS, HAPPINESS)).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void accuracyIsTheDiagonal() {
    assertThat(EXAMPLE.faces()).isEqualTo(8);
    assertThat(EXAMPLE.right()).isEqualTo(4);
    assertThat(EXAMPLE.accuracy()).isEqualTo(0.5);
  }

  @Test
  void precisionRecallAndF1AreWorkedByHand() {
    ClassScore happy = EXAMPLE.classScores().get(0);
    // 3 of 5 answers, 3 of 4 faces: F1 is 6 / 9.
    assertThat(happy.precision()).isCloseTo(0.6, within(1e-12));
    assertThat(happy.recall()).isCloseTo(0.75, within(1e-12));
    assertThat(happy.f1()).isCloseTo(2 / 3.0, within(1e-12));
    ClassScore sad = EXAMPLE.classScores().get(1);
    // 1 of 2 answers, 1 of 3 faces: F1 is 2 / 5.
    assertThat(sad.f1()).isCloseTo(0.4, within(1e-12));
    assertThat(EXAMPLE.classScores().get(2)).isEqualTo(new ClassScore(ANGER, 1, 0, 0, 0));
  }

  @Test
  void macroF1LeavesOutClassesWithoutAFace() {
    assertThat(EXAMPLE.macroF1()).isCloseTo((2 / 3.0 + 0.4 + 0) / 3, within(1e-12));
  }

  @Test
  void anAnswerBesideTheClassesHasAColumnOfItsOwn() {
    assertThat(EXAMPLE.answers()).containsExactly(HAPPINESS, SADNESS, ANGER, FEAR, CONTEMPT);
    assertThat(EXAMPLE.classes()).containsExactly(HAPPINESS, SADNESS, ANGER, FEAR);
  }

  @Test
  void aTruthBesideTheClassesIsRefused() {
    List<Answer> answers = List.of(Answers.of(FEAR, FEAR, 0.9));
    assertThatThrownBy(() -> ConfusionMatrix.of(List.of(ANGER), answers))
        .hasMessage("a face's truth is FEAR, but must be one of [ANGER]");
  }

  @Test
  void nothingGivesZeros() {
    ConfusionMatrix none = ConfusionMatrix.of(List.of(ANGER), List.of());
    assertThat(none.accuracy()).isZero();
    assertThat(none.macroF1()).isZero();
  }

  @Property(tries = 200)
  void theSumsAgree(@ForAll("answers") List<Answer> answers) {
    ConfusionMatrix matrix = ConfusionMatrix.of(List.of(Emotion.values()), answers);
    assertThat(matrix.faces()).isEqualTo(answers.size());
    assertThat(matrix.classScores().stream().mapToInt(ClassScore::support).sum())
        .isEqualTo(answers.size());
    assertThat(matrix.answers().stream().mapToInt(matrix::answered).sum())
        .isEqualTo(answers.size());
    assertThat(matrix.right()).isEqualTo((int) answers.stream().filter(Answer::isRight).count());
    // The harmonic mean of precision and recall, the usual way of writing F1.
    for (ClassScore score : matrix.classScores()) {
      double sum = score.precision() + score.recall();
      double f1 = sum == 0 ? 0 : 2 * score.precision() * score.recall() / sum;
      assertThat(score.f1()).isCloseTo(f1, within(1e-9));
    }
  }

  @Property(tries = 100)
  void theOrderOfFacesDoesNotMatter(@ForAll("answers") List<Answer> answers) {
    List<Answer> turned = new ArrayList<>(answers);
    Collections.reverse(turned);
    Scores one = Scores.of(List.of(Emotion.values()), answers);
    Scores other = Scores.of(List.of(Emotion.values()), turned);
    assertThat(other.accuracy()).isEqualTo(one.accuracy());
    assertThat(other.calibration().error()).isCloseTo(one.calibration().error(), within(1e-9));
    assertThat(other.confusion().macroF1()).isEqualTo(one.confusion().macroF1());
  }

  @Provide
  Arbitrary<List<Answer>> answers() {
    return Answers.any();
  }
}
