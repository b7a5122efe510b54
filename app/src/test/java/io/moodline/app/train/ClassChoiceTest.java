package io.moodline.app.train;

import static io.moodline.trainer.dataset.LabelSet.FER2013;
import static io.moodline.trainer.dataset.LabelSet.FERPLUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.network.Networks;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassChoiceTest {

  private static final Set<LabelSet> BOTH = EnumSet.allOf(LabelSet.class);

  private static final String EIGHT =
      "neutral,happiness,surprise,sadness,anger,disgust,fear,contempt";
  private static final String SEVEN = "anger,disgust,fear,happiness,sadness,surprise,neutral";

  /** The contest's labels know no contempt: so only the merging concerns their head. */
  @Test
  void eachOptionAltersTheHeadsThatKnowItsEmotions() {
    assertThat(heads(Networks.MOODNET, List.of("anger+disgust"), "contempt", null))
        .extracting(ClassPlan::toString)
        .containsExactly(
            "neutral,happiness,surprise,sadness,anger+disgust,fear",
            "anger+disgust,fear,happiness,sadness,surprise,neutral");
    assertThat(heads(Networks.MOODNET, List.of(), null, "happiness,contempt"))
        .extracting(ClassPlan::toString)
        .containsExactly("happiness,contempt", SEVEN);
    assertThat(
            heads(
                Networks.MOODNET,
                List.of("anger+disgust", "fear+contempt"),
                null,
                "anger+disgust,happiness"))
        .extracting(ClassPlan::toString)
        .containsExactly("happiness,anger+disgust", "anger+disgust,happiness");
  }

  @Test
  void aFaceMostlyOfWhatIsLeftOutIsNotLearnt() {
    assertThat(heads(Networks.MOODNET, List.of(), "neutral", null))
        .extracting(ClassPlan::leastShare)
        .containsExactly(0.5f, 0.5f);
    assertThat(heads(Networks.MOODNET, List.of(), null, "happiness,sadness"))
        .extracting(ClassPlan::leastShare)
        .containsExactly(0.5f, 0.5f);
    assertThat(heads(Networks.MOODNET, List.of("anger+disgust"), "contempt", null))
        .extracting(ClassPlan::leastShare)
        .containsExactly(0.5f, 0f);
  }

  @Test
  void anOptionThatFitsNoHeadIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heads(Networks.MINI_XCEPTION, List.of(), "contempt", null))
        .withMessage(
            "--exclude contempt: class \"contempt\" is unknown, but must be one of"
                + " anger, disgust, fear, happiness, sadness, surprise, neutral");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heads(Networks.MOODNET, List.of("anger+joy"), null, null))
        .withMessageStartingWith(
            "--merge anger+joy: class \"joy\" is unknown, but must be one of neutral,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heads(Networks.MOODNET, List.of("anger+disgust"), "anger", null))
        .withMessage("--exclude anger: class anger+disgust is merged, and must be named whole");
  }

  @Test
  void aNetworksOwnClassesStayWithOtherLabels() {
    assertThat(
            new ClassChoice(
                    Networks.HAPPY_SAD_CNN,
                    Optional.of(List.of(FERPLUS, FER2013)),
                    List.of(),
                    Optional.empty(),
                    Optional.empty())
                .heads(BOTH))
        .containsExactly(
            ClassPlan.of(FERPLUS).only("happiness,sadness").withLeastShare(0.5),
            ClassPlan.of(FER2013).only("happiness,sadness").withLeastShare(0.5));
    assertThat(said(Networks.OLENIUK_CNN, FERPLUS)).contains("anger+disgust").contains("contempt");
    assertThat(said(Networks.DUBOVYI_GRADIENT_FNN, FERPLUS)).doesNotContain("disgust");
    assertThat(said(Networks.MINI_XCEPTION, FERPLUS)).isEqualTo(EIGHT);
  }

  @Test
  void onlyTakesThePlaceOfANetworksOwnClasses() {
    assertThat(heads(Networks.HAPPY_SAD_CNN, List.of(), null, SEVEN).get(0)).hasToString(SEVEN);
    assertThat(heads(Networks.OLENIUK_CNN, List.of(), null, "anger,disgust").get(0))
        .hasToString("anger,disgust");
  }

  @Test
  void labelsAreTheNetworksOwnAsFarAsTheDataSetHasThem() {
    assertThat(labels(Networks.MOODNET, BOTH)).containsExactly(FERPLUS, FER2013);
    assertThat(labels(Networks.MOODNET_SMALL, Set.of(FERPLUS))).containsExactly(FERPLUS);
    assertThat(labels(Networks.MOODNET, Set.of(FER2013))).containsExactly(FER2013);
    assertThat(labels(Networks.MOODNET, Set.of())).containsExactly(FERPLUS, FER2013);
    assertThat(labels(Networks.MINI_XCEPTION, BOTH)).containsExactly(FER2013);
    assertThat(labels(Networks.MINI_XCEPTION, Set.of(FERPLUS))).containsExactly(FERPLUS);
  }

  @Test
  void tellsWhenTheDataSetDecided() {
    ClassChoice own = own(Networks.MOODNET);

    assertThat(own.note(own.heads(BOTH))).isEmpty();
    assertThat(own.note(own.heads(Set.of(FER2013))))
        .contains("the data set has no ferplus labels: what it has is learnt");
    assertThat(own(Networks.GUDI_CNN).note(List.of(ClassPlan.of(FERPLUS))))
        .contains("the data set has no fer2013 labels: what it has is learnt");
    ClassChoice said =
        new ClassChoice(
            Networks.MOODNET,
            Optional.of(List.of(FER2013)),
            List.of(),
            Optional.empty(),
            Optional.empty());
    assertThat(said.note(said.heads(BOTH))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Networks.class)
  void labelsThatAreSaidAreTaken(Networks network) {
    assertThat(
            new ClassChoice(
                    network,
                    Optional.of(List.of(FERPLUS)),
                    List.of(),
                    Optional.empty(),
                    Optional.empty())
                .heads(Set.of(FER2013)))
        .extracting(ClassPlan::labels)
        .containsExactly(FERPLUS);
  }

  private static List<LabelSet> labels(Networks network, Set<LabelSet> present) {
    return own(network).heads(present).stream().map(ClassPlan::labels).toList();
  }

  private static String said(Networks network, LabelSet labels) {
    return new ClassChoice(
            network, Optional.of(List.of(labels)), List.of(), Optional.empty(), Optional.empty())
        .heads(BOTH)
        .get(0)
        .toString();
  }

  private static ClassChoice own(Networks network) {
    return new ClassChoice(
        network, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  private static List<ClassPlan> heads(
      Networks network, List<String> merge, String exclude, String only) {
    return new ClassChoice(
            network,
            Optional.empty(),
            merge,
            Optional.ofNullable(exclude),
            Optional.ofNullable(only))
        .heads(BOTH);
  }
}
