package io.moodline.detector.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.detector.evaluation.Match.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {

  private static final double EXACT = 1e-12;

  @Test
  void isTheAreaUnderTheCurve() {
    // Precision 1, 1/2, 2/3, 2/4, 3/5 at recall 1/4, 1/4, 2/4, 2/4, 3/4; the fourth is never found.
    List<Match> matches = List.of(right(0.9), wrong(0.8), right(0.7), wrong(0.6), right(0.5));

    assertThat(AveragePrecision.of(matches, 4))
        .isCloseTo((1 + 2.0 / 3 + 3.0 / 5) / 4, within(EXACT));
  }

  @Test
  void aLaterBetterPrecisionCountsForLowerRecallToo() {
    // Precision 1/2 at recall 1/2 is raised to the 2/3 at recall 1.
    assertThat(AveragePrecision.of(List.of(wrong(0.9), right(0.8), right(0.7)), 2))
        .isCloseTo(2.0 / 3, within(EXACT));
  }

  @Test
  void equalScoresEnterTogetherInWhateverOrder() {
    assertThat(AveragePrecision.of(List.of(right(0.9), wrong(0.9)), 1)).isEqualTo(0.5);
    assertThat(AveragePrecision.of(List.of(wrong(0.9), right(0.9)), 1)).isEqualTo(0.5);
  }

  @Test
  void ignoredDetectionsDoNotShow() {
    assertThat(AveragePrecision.of(List.of(new Match(0, 1, Verdict.IGNORED, 0), right(0.5)), 1))
        .isEqualTo(1);
  }

  @Test
  void withoutFacesThereIsNoneAndWithoutDetectionsItIsZero() {
    assertThat(AveragePrecision.of(List.of(wrong(0.9)), 0)).isNaN();
    assertThat(AveragePrecision.of(List.<Match>of(), 3)).isZero();
    assertThat(AveragePrecision.of(List.of(wrong(0.9)), 3)).isZero();
  }

  private static Match right(double score) {
    return new Match(0, score, Verdict.FOUND, 0);
  }

  private static Match wrong(double score) {
    return new Match(0, score, Verdict.FALSE, -1);
  }
}
