package io.moodline.trainer.balance;

import static io.moodline.schemas.Emotion.ANGER;
import static io.moodline.schemas.Emotion.CONTEMPT;
import static io.moodline.schemas.Emotion.DISGUST;
import static io.moodline.schemas.Emotion.HAPPINESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPlanTest {

  private static final ClassPlan ALL = ClassPlan.of(LabelSet.FERPLUS);

  @Test
  void everyClassOfALabelSetInItsOrder() {
    assertThat(ClassPlan.of(LabelSet.FER2013))
        .hasToString("anger,disgust,fear,happiness,sadness,surprise,neutral");
    assertThat(ALL).hasToString("neutral,happiness,surprise,sadness,anger,disgust,fear,contempt");
  }

  @Test
  void aMergedClassStandsWhereItsFirstEmotionStood() {
    ClassPlan plan = ALL.merge("disgust+anger").exclude("contempt");

    assertThat(plan).hasToString("neutral,happiness,surprise,sadness,anger+disgust,fear");
    assertThat(plan.classes().get(4).emotions()).containsExactly(ANGER, DISGUST);
    assertThat(plan).isEqualTo(ALL.exclude(Set.of(CONTEMPT)).merge(Set.of(ANGER, DISGUST)));
  }

  @Test
  void severalGroupsAndMergedClassesCanBeMerged() {
    assertThat(ALL.merge("anger+disgust,fear+surprise").merge("anger+disgust+contempt"))
        .hasToString("neutral,happiness,surprise+fear,sadness,anger+disgust+contempt");
  }

  @Test
  void onlyKeepsAndMerges() {
    assertThat(ALL.only("sadness,happiness")).hasToString("happiness,sadness");
    assertThat(ALL.only("anger+disgust, happiness")).hasToString("happiness,anger+disgust");
  }

  @Test
  void mergedSharesAreAddedUp() {
    // 4 neutral, 3 anger, 3 disgust.
    LabelledFace face = Labelled.votes(4, 0, 0, 0, 3, 3, 0, 0);
    ClassPlan plan = ALL.only("neutral,anger+disgust,fear");

    assertThat(plan.target(face).orElseThrow())
        .containsExactly(new float[] {0.4f, 0.6f, 0}, within(1e-6f));
    assertThat(plan.truth(face)).contains(1);
    assertThat(ALL.truth(face)).contains(0);
  }

  @Test
  void excludedSharesGoToTheOthers() {
    // 5 neutral, 3 happiness, 2 sadness: 3 and 2 of 5 are left.
    LabelledFace face = Labelled.votes(5, 3, 0, 2, 0, 0, 0, 0);
    ClassPlan plan = ALL.only("happiness,sadness");

    assertThat(plan.target(face).orElseThrow())
        .containsExactly(new float[] {0.6f, 0.4f}, within(1e-6f));
    // Most people called it neutral, so it is not judged as happy.
    assertThat(plan.truth(face)).isEmpty();
    assertThat(plan.withLeastShare(0.5).target(face)).isPresent();
    assertThat(plan.withLeastShare(0.6).target(face)).isEmpty();
  }

  @Test
  void aFaceOfNoClassLeftHasNoTarget() {
    assertThat(ALL.only("happiness,sadness").target(Labelled.votes(10, 0, 0, 0, 0, 0, 0, 0)))
        .isEmpty();
    assertThat(ALL.exclude("contempt").target(Labelled.label(ANGER))).isEmpty();
  }

  @Test
  void contestLabelsBecomeWholeTargets() {
    ClassPlan plan = ClassPlan.of(LabelSet.FER2013).only("anger+disgust,happiness");

    assertThat(plan.target(Labelled.label(DISGUST)).orElseThrow()).containsExactly(1, 0);
    assertThat(plan.target(Labelled.label(HAPPINESS)).orElseThrow()).containsExactly(0, 1);
    assertThat(plan.target(Labelled.label(Emotion.FEAR))).isEmpty();
    assertThat(plan.truth(Labelled.label(DISGUST))).contains(0);
  }

  @Test
  void knowsWhatItsLabelSetHasWhateverBecameOfIt() {
    ClassPlan contest = ClassPlan.of(LabelSet.FER2013).merge("anger+disgust").exclude("fear");

    assertThat(contest.knows("anger, fear+happiness")).isTrue();
    assertThat(contest.knows("anger,contempt")).isFalse();
    assertThat(contest.knows("anger,")).isFalse();
    assertThat(ALL.knows("anger+contempt")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "angry,fear | class \"angry\" is unknown, but must be one of neutral, happiness, surprise",
        "fear, | class \"\" is unknown",
        "fear,fear | class fear is named twice in \"fear,fear\"",
        "fear | the classes left are \"fear\", but must be two or more",
        "anger+disgust | the classes left are \"anger+disgust\", but must be two or more",
      })
  void saysWhatIsWrongWithClassesToKeep(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALL.only(text))
        .withMessageContaining(message);
  }

  @Test
  void aMergedClassIsNamedWhole() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALL.merge("anger+disgust").exclude("anger"))
        .withMessage("class anger+disgust is merged, and must be named whole");
    assertThat(ALL.merge("anger+disgust").exclude("anger+disgust").classes()).hasSize(6);
  }

  @Test
  void whatIsNotThereCannotBeMergedOrExcluded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALL.exclude("contempt").exclude("contempt"))
        .withMessageStartingWith("class \"contempt\" is unknown, but must be one of neutral");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassPlan.of(LabelSet.FER2013).exclude(Set.of(CONTEMPT)))
        .withMessageStartingWith("class contempt is not there, but must be one of anger");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALL.merge("anger"))
        .withMessage("\"anger\" cannot be merged: name two or more classes, as anger+disgust");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALL.withLeastShare(Double.NaN))
        .withMessageContaining("NaN, but must be 0 to 1");
  }

  @Property
  void targetsSumToOneAndEqualVotesForMergedEmotions(
      @ForAll @Size(8) List<@IntRange(max = 10) Integer> votes,
      @ForAll @Size(min = 2, max = 7) Set<Emotion> merged) {
    LabelledFace face = Labelled.votes(votes.stream().mapToInt(Integer::intValue).toArray());
    ClassPlan plan = ALL.merge(EnumSet.copyOf(merged));

    plan.target(face)
        .ifPresent(
            target -> {
              float[] all = ALL.target(face).orElseThrow();
              float sum = 0;
              for (int i = 0; i < target.length; i++) {
                float expected = 0;
                for (Emotion emotion : plan.classes().get(i).emotions()) {
                  expected += all[emotion.ordinal()];
                }
                assertThat(target[i]).isCloseTo(expected, within(1e-5f));
                sum += target[i];
              }
              assertThat(sum).isCloseTo(1, within(1e-5f));
            });
    assertThat(plan.target(face).isPresent()).isEqualTo(ALL.target(face).isPresent());
  }

  @Property
  void theClassesPrintedGiveThePlanAgain(
      @ForAll @Size(min = 2, max = 4) Set<Emotion> merged, @ForAll Emotion excluded) {
    ClassPlan plan = ALL.merge(EnumSet.copyOf(merged));
    plan = merged.contains(excluded) ? plan : plan.exclude(Set.of(excluded));

    assertThat(ALL.only(plan.toString())).isEqualTo(plan);
  }

  @Property
  void withoutMergingTheTruthIsTheLabelSets(
      @ForAll @Size(8) List<@IntRange(max = 10) Integer> votes) {
    LabelledFace face = Labelled.votes(votes.stream().mapToInt(Integer::intValue).toArray());

    assertThat(ALL.truth(face)).isEqualTo(LabelSet.FERPLUS.truth(face).map(Emotion::ordinal));
  }
}
