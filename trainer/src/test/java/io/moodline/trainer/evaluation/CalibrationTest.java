package io.moodline.trainer.evaluation;

import static io.moodline.schemas.Emotion.ANGER;
import static io.moodline.schemas.Emotion.FEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.schemas.Emotion;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void theErrorIsWorkedByHand() {
    // 0.9 lies in bin 13 (0.867 to 0.933): 1 of 2 right. 0.5 in bin 7 (0.467 to 0.533): 2 of 2.
    Calibration calibration =
        Calibration.of(
            List.of(
                Answers.of(ANGER, ANGER, 0.9),
                Answers.of(FEAR, ANGER, 0.9),
                Answers.of(ANGER, ANGER, 0.5),
                Answers.of(FEAR, FEAR, 0.5)));
    assertThat(calibration.error()).isCloseTo(0.5 * 0.4 + 0.5 * 0.5, within(1e-6));
    assertThat(calibration.bins()).hasSize(15);
    assertThat(calibration.bins().get(13).faces()).isEqualTo(2);
    assertThat(calibration.bins().get(13).accuracy()).isEqualTo(0.5);
    assertThat(calibration.bins().get(7).confidence()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void certaintyIsInTheLastBin() {
    Calibration calibration = Calibration.of(List.of(Answers.of(ANGER, ANGER, 1)));
    assertThat(calibration.bins().get(14).faces()).isEqualTo(1);
    assertThat(calibration.error()).isZero();
  }

  @Test
  void likelihoodIsTheMeanLogarithm() {
    // -(ln 0.5 + ln 0.25) / 2 = 1.5 ln 2
    Scores scores =
        Scores.of(
            List.of(ANGER), List.of(Answers.of(ANGER, ANGER, 0.5), Answers.of(ANGER, ANGER, 0.25)));
    assertThat(scores.negativeLogLikelihood()).isCloseTo(1.5 * Math.log(2), within(1e-6));
  }

  @Test
  void aClassThatTheModelLacksCostsABoundedLoss() {
    Scores scores = Scores.of(List.of(FEAR), List.of(Answers.of(FEAR, ANGER, 1)));
    assertThat(scores.negativeLogLikelihood()).isCloseTo(6 * Math.log(10), within(1e-6));
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> new Answer(ANGER, new float[] {0.5f, 0, 0, 0, 0, 0, 0, 0}))
        .hasMessageContaining("must be 8 numbers of 0 to 1 that sum to 1");
    assertThatThrownBy(() -> new Answer(ANGER, new float[] {1}))
        .hasMessageContaining("probabilities are [1.0]");
    assertThatThrownBy(() -> new Answer(ANGER, new float[] {Float.NaN, 1, 0, 0, 0, 0, 0, 0}))
        .hasMessageContaining("NaN");
  }

  @Property(tries = 200)
  void theErrorIsAShareAndAtLeastTheOverallGap(@ForAll("answers") List<Answer> answers) {
    Scores scores = Scores.of(List.of(Emotion.values()), answers);
    double confidence = answers.stream().mapToDouble(Answer::confidence).average().orElseThrow();
    assertThat(scores.calibration().error()).isBetween(0.0, 1.0);
    // The triangle inequality: gaps of bins may cancel out over all, never add up to more.
    assertThat(scores.calibration().error())
        .isGreaterThanOrEqualTo(Math.abs(confidence - scores.accuracy()) - 1e-6);
    assertThat(scores.calibration().bins().stream().mapToInt(Calibration.Bin::faces).sum())
        .isEqualTo(answers.size());
  }

  @Provide
  Arbitrary<List<Answer>> answers() {
    return Answers.any();
  }
}
