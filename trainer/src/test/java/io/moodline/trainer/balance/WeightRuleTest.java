package io.moodline.trainer.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.moodline.trainer.dataset.LabelSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightRuleTest {

  private static final ClassPlan PLAN =
      ClassPlan.of(LabelSet.FERPLUS).only("happiness,sadness,anger+disgust");

  /** 4 faces in all: 2.5 happy, 1 sad, half a face angry. */
  private static final List<float[]> TARGETS =
      List.of(
          new float[] {1, 0, 0},
          new float[] {1, 0, 0},
          new float[] {0, 1, 0},
          new float[] {0.5f, 0, 0.5f});

  @Test
  void noneIsOneForAll() {
    assertThat(PLAN.weights(List.of(), WeightRule.NONE)).containsExactly(1, 1, 1);
  }

  @Test
  void balancedIsTheMeanNumberOfFacesByTheClassesOwn() {
    // 4 / (3 * 2.5), 4 / (3 * 1), 4 / (3 * 0.5).
    assertThat(PLAN.weights(TARGETS, WeightRule.BALANCED))
        .containsExactly(new float[] {0.53333f, 1.33333f, 2.66667f}, within(1e-4f));
  }

  @Test
  void inverseSqrtIsMilder() {
    List<float[]> targets =
        List.of(
            new float[] {1, 0, 0},
            new float[] {1, 0, 0},
            new float[] {1, 0, 0},
            new float[] {1, 0, 0},
            new float[] {0, 1, 0},
            new float[] {0, 0, 1});

    // 1/2, 1 and 1, times 6 / (4 * 1/2 + 1 + 1).
    assertThat(PLAN.weights(targets, WeightRule.INVERSE_SQRT)).containsExactly(0.75f, 1.5f, 1.5f);
  }

  @Test
  void explicitWeightsLeaveTheOthersAtOne() {
    assertThat(PLAN.weights(TARGETS, WeightRule.parse("anger+disgust=2.5, sadness=0.5")))
        .containsExactly(1, 0.5f, 2.5f);
    assertThat(PLAN.weights(TARGETS, WeightRule.explicit(Map.of("sadness", 3.0))))
        .containsExactly(1, 3, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "balanced", "inverse-sqrt", "anger+disgust=2.5,sadness=0.5"})
  void printsWhatItReads(String text) {
    assertThat(WeightRule.parse(text)).hasToString(text).isEqualTo(WeightRule.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "balance | \"balance\" is not understood, but must be none, balanced, inverse-sqrt or like",
        "`` | \"\" is not understood",
        "anger=two | \"anger=two\" is not understood",
        "anger=-1 | \"anger=-1\" is not understood",
        "fear=1,anger=0 | class weight anger is 0.0, but must be above 0 and up to 1000",
        "anger=1001 | class weight anger is 1001.0, but must be above 0 and up to 1000",
        "anger=1,anger=2 | class weight anger is given twice",
      })
  void saysWhatIsWrong(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightRule.parse(text))
        .withMessageContaining(message);
  }

  @Test
  void aWeightOfAClassThatIsNotLearntIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAN.weights(TARGETS, WeightRule.parse("fear=2")))
        .withMessage(
            "class weight fear is of no class that is learnt, but must be of one of happiness,"
                + " sadness, anger+disgust");
  }

  @Test
  void aClassWithoutFacesHasNoComputedWeight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAN.weights(TARGETS.subList(0, 3), WeightRule.BALANCED))
        .withMessageStartingWith("class anger+disgust has no face");
  }

  @Test
  void targetsOfAnotherPlanAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAN.weights(List.of(new float[2]), WeightRule.NONE))
        .withMessage("a target has 2 shares, but must have 3");
  }

  @Property
  void theMeanWeightOverFacesIsOneAndRareClassesWeighMore(
      @ForAll @Size(3) List<@IntRange(min = 1, max = 100_000) Integer> counts) {
    double[] faces = counts.stream().mapToDouble(Integer::doubleValue).toArray();
    double n = faces[0] + faces[1] + faces[2];

    for (WeightRule rule : List.of(WeightRule.BALANCED, WeightRule.INVERSE_SQRT)) {
      float[] weights = rule.weights(PLAN.classes(), faces);

      double sum = 0;
      for (int i = 0; i < 3; i++) {
        sum += faces[i] * weights[i];
      }
      assertThat(sum / n).isCloseTo(1, within(1e-4));
      assertThat(weights[0] >= weights[1]).isEqualTo(faces[0] <= faces[1]);
    }
  }
}
