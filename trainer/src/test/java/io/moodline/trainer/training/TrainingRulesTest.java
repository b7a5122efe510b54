package io.moodline.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.trainer.network.Networks;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingRulesTest {

  @Test
  void oneCycleRisesForAFifthAndFallsToNearlyNothing() {
    LearningRateSchedule cycle = LearningRateSchedule.ONE_CYCLE;

    assertThat(cycle.share(0)).isEqualTo(0.001);
    assertThat(cycle.share(0.1)).isEqualTo(0.5);
    assertThat(cycle.share(0.2)).isEqualTo(1);
    assertThat(cycle.share(0.6)).isCloseTo(0.5, within(1e-12));
    assertThat(cycle.share(1)).isEqualTo(0.001);
  }

  @Test
  void stepsGoDownByTensAtHalfAndThreeQuarters() {
    LearningRateSchedule step = LearningRateSchedule.STEP;

    assertThat(List.of(step.share(0.49), step.share(0.5), step.share(0.74), step.share(0.75)))
        .containsExactly(1.0, 0.1, 0.1, 0.01);
    assertThat(LearningRateSchedule.CONSTANT.share(0.9)).isEqualTo(1);
  }

  @Property
  void everyScheduleStaysAboveZeroAndUpToOne(
      @ForAll LearningRateSchedule schedule, @ForAll @DoubleRange(min = 0, max = 1) double at) {
    assertThat(schedule.share(at)).isGreaterThan(0).isLessThanOrEqualTo(1);
  }

  @Test
  void stopsWhenTheLossHasNotFallenForItsPatience() {
    EarlyStop stop = new EarlyStop(2);

    assertThat(stop.ends(history())).isFalse();
    assertThat(stop.ends(history(3, 2, 2.5))).isFalse();
    assertThat(stop.ends(history(3, 2, 2.5, 2))).isTrue();
    assertThat(EarlyStop.best(history(3, 2, 2.5, 2))).isEqualTo(1);
    assertThat(new EarlyStop(0).ends(history(1, 2, 3, 4, 5))).isFalse();
  }

  @Test
  void scoresAreWorkedByHand() {
    float[][] logits = {{0, 0}, {(float) Math.log(3), 0}, {0, 9}};
    List<float[]> targets = new ArrayList<>();
    targets.add(new float[] {1, 0});
    targets.add(new float[] {0.5f, 0.5f});
    targets.add(null);

    // -ln 0.5, and -(0.5 ln 0.75 + 0.5 ln 0.25); the third has no label
    assertThat(Scores.crossEntropy(logits, targets))
        .isCloseTo((0.693147 + 0.836988) / 2, within(1e-5));
    assertThat(Scores.accuracy(logits, new int[] {0, 1, 1})).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(Scores.accuracy(logits, new int[] {-1, 0, -1})).isEqualTo(1);
    assertThat(Scores.accuracy(logits, new int[] {-1, -1, -1})).isZero();
  }

  @Test
  void numbersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new OptimizerSettings(OptimizerSettings.Kind.ADAM, Double.NaN, 0.9, 0))
        .hasMessage("learning rate is NaN, but must be from 1.0E-7 to 10");
    assertThatThrownBy(() -> new EarlyStop(-1)).hasMessageContaining("patience is -1, but");
    assertThatThrownBy(
            () ->
                new OptimizerSettings(
                    OptimizerSettings.Kind.MOMENTUM, Double.POSITIVE_INFINITY, 0.9, 0))
        .hasMessageStartingWith("learning rate is Infinity, but");
  }

  /** A second head that counts nothing would be exported untrained. */
  @ParameterizedTest
  @EnumSource(Networks.class)
  void everyRecipeTrainsASecondHead(Networks network) {
    assertThat(Recipes.of(network).secondHead()).isEqualTo(0.6);
  }

  private static List<EpochResult> history(double... losses) {
    List<EpochResult> history = new ArrayList<>();
    for (double loss : losses) {
      history.add(new EpochResult(history.size() + 1, 0.1, 1, loss, List.of(0.5), 1));
    }
    return history;
  }
}
