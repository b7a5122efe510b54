package io.moodline.detector.evaluation;

import static io.moodline.detector.evaluation.Examples.face;
import static io.moodline.detector.evaluation.Examples.found;
import static io.moodline.detector.evaluation.Examples.ignored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.evaluation.Match.Verdict;
import io.moodline.detector.geometry.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {

  private static final SizeBand SMALL = new SizeBand("< 32", 0, 32);

  private final Matching half = new Matching(0.5);

  @Test
  void theSurestDetectionOfAFaceIsRightAndLaterOnesAreFalse() {
    List<Match> matches =
        half.match(
            List.of(face(0, 0, 40)),
            List.of(found(0.7, 0, 0, 40), found(0.9, 2, 2, 40)),
            SizeBand.ALL);

    assertThat(matches)
        .containsExactly(new Match(1, 0.9, Verdict.FOUND, 0), new Match(0, 0.7, Verdict.FALSE, 0));
  }

  @Test
  void aDetectionIsHeldAgainstTheFaceThatItOverlapsMost() {
    // Overlaps the first by 30 of 50 columns (0.6), the second, taken already, by 34 of 46 (0.74).
    List<TruthFace> faces = List.of(face(0, 0, 40), face(16, 0, 40));
    ScoredBox between = found(0.5, 10, 0, 40);

    assertThat(half.match(faces, List.of(found(0.9, 16, 0, 40), between), SizeBand.ALL))
        .extracting(Match::verdict)
        .containsExactly(Verdict.FOUND, Verdict.FALSE);
    assertThat(half.match(faces, List.of(between), SizeBand.ALL))
        .containsExactly(new Match(0, 0.5, Verdict.FOUND, 1));
  }

  @Test
  void theLeastOverlapIsEnoughAndAnythingBelowIsNot() {
    // 20 of 40 columns: 0.5 exactly.
    TruthFace wide = new TruthFace(new Box(0, 0, 40, 40), false, "");
    ScoredBox left = new ScoredBox(new Box(0, 0, 20, 40), 1);
    ScoredBox less = new ScoredBox(new Box(0, 0, 19.9, 40), 1);

    assertThat(verdicts(List.of(wide), left, SizeBand.ALL)).containsExactly(Verdict.FOUND);
    assertThat(verdicts(List.of(wide), less, SizeBand.ALL)).containsExactly(Verdict.FALSE);
  }

  @Test
  void whatFindsAnIgnoredFaceCountsNeitherWayHoweverOften() {
    List<Match> matches =
        half.match(
            List.of(ignored(0, 0, 40)),
            List.of(found(0.9, 0, 0, 40), found(0.8, 1, 1, 40)),
            SizeBand.ALL);

    assertThat(matches)
        .extracting(Match::verdict)
        .containsExactly(Verdict.IGNORED, Verdict.IGNORED);
  }

  @Test
  void sizesOutsideOfTheBandCountNeitherWay() {
    TruthFace large = face(0, 0, 32);
    TruthFace small = face(100, 0, 31);

    assertThat(verdicts(List.of(large), found(1, 0, 0, 30), SMALL))
        .as("a face of another size, found by a box of this one")
        .containsExactly(Verdict.IGNORED);
    assertThat(verdicts(List.of(small), found(1, 100, 0, 33), SMALL))
        .as("a face of this size, found by a box of another one")
        .containsExactly(Verdict.FOUND);
    assertThat(verdicts(List.of(small), found(1, 300, 0, 32), SMALL))
        .as("nobody there, in another size")
        .containsExactly(Verdict.IGNORED);
    assertThat(verdicts(List.of(small), found(1, 300, 0, 31), SMALL))
        .as("nobody there, in this size")
        .containsExactly(Verdict.FALSE);
  }

  @Test
  void anOverlapOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new Matching(0)).hasMessageContaining("0.0, but must be above 0");
    assertThatThrownBy(() -> new Matching(1.1)).hasMessageContaining("1.1");
    assertThatThrownBy(() -> new Matching(Double.NaN)).hasMessageContaining("NaN");
  }

  private List<Verdict> verdicts(List<TruthFace> faces, ScoredBox found, SizeBand band) {
    return half.match(faces, List.of(found), band).stream().map(Match::verdict).toList();
  }
}
