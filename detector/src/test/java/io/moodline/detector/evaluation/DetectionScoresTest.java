package io.moodline.detector.evaluation;

import static io.moodline.detector.evaluation.Examples.face;
import static io.moodline.detector.evaluation.Examples.found;
import static io.moodline.detector.evaluation.Examples.ignored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionScoresTest {

  /** Faces of 20, 40, 40 and 200 pixels, and one of 100 that need not be found. */
  private static final List<TruthFace> FIRST =
      List.of(face(0, 0, 20), face(100, 0, 40), ignored(200, 0, 100));

  private static final List<TruthFace> SECOND = List.of(face(0, 0, 40), face(100, 100, 200));

  private static final List<JudgedPicture> OPERATING =
      List.of(
          new JudgedPicture(
              FIRST,
              List.of(found(0.9, 100, 0, 40), found(0.8, 200, 0, 100), found(0.7, 400, 400, 30))),
          new JudgedPicture(SECOND, List.of(found(0.95, 110, 110, 190))));

  private static final List<JudgedPicture> ALL =
      List.of(
          new JudgedPicture(
              FIRST,
              List.of(
                  found(0.9, 100, 0, 40),
                  found(0.8, 200, 0, 100),
                  found(0.7, 400, 400, 30),
                  found(0.3, 0, 0, 20))),
          new JudgedPicture(SECOND, List.of(found(0.95, 110, 110, 190))));

  private final List<DetectionScores> scores =
      DetectionScores.of(OPERATING, ALL, new Matching(0.3));

  @Test
  void countsOverAllAndByFaceSize() {
    assertThat(scores)
        .extracting(DetectionScores::counts)
        .containsExactly(
            new DetectionCounts(4, 2, 1),
            new DetectionCounts(1, 0, 1),
            new DetectionCounts(2, 1, 0),
            new DetectionCounts(0, 0, 0),
            new DetectionCounts(1, 1, 0));
  }

  @Test
  void averagePrecisionKnowsWhatIsFoundBelowTheThreshold() {
    // Right at 0.95 and 0.9, wrong at 0.7, right at 0.3: precision 1, 1 and 3/4 of four faces.
    assertThat(scores.get(0).averagePrecision()).isEqualTo((1 + 1 + 0.75) / 4);
    assertThat(scores.get(1).averagePrecision()).isEqualTo(0.5);
    assertThat(scores.get(2).averagePrecision()).isEqualTo(0.5);
    assertThat(scores.get(3).averagePrecision()).isNaN();
    assertThat(scores.get(4).averagePrecision()).isEqualTo(1);
  }

  @Test
  void sharesFollowFromCounts() {
    DetectionCounts counts = new DetectionCounts(8, 6, 2);
    assertThat(counts.precision()).isEqualTo(0.75);
    assertThat(counts.recall()).isEqualTo(0.75);
    assertThat(counts.f1()).isEqualTo(0.75);
    assertThat(new DetectionCounts(4, 1, 0).f1()).isEqualTo(0.4);
  }

  @Test
  void withoutDetectionsThereIsNoPrecisionAndWithoutFacesNoRecall() {
    assertThat(new DetectionCounts(3, 0, 0).precision()).isNaN();
    assertThat(new DetectionCounts(3, 0, 0).recall()).isZero();
    assertThat(new DetectionCounts(0, 0, 2).recall()).isNaN();
    assertThat(new DetectionCounts(0, 0, 2).precision()).isZero();
    assertThat(new DetectionCounts(0, 0, 0).f1()).isNaN();
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> new DetectionCounts(1, 2, 0)).hasMessageContaining("found=2");
    assertThatThrownBy(() -> new DetectionCounts(1, 1, -1)).hasMessageContaining("falses=-1");
  }
}
