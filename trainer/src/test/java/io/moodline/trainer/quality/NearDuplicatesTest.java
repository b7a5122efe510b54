package io.moodline.trainer.quality;

import static io.moodline.trainer.quality.Faces.face;
import static io.moodline.trainer.quality.Faces.faded;
import static io.moodline.trainer.quality.Faces.noisy;
import static io.moodline.trainer.quality.Faces.patches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.testing.SharedData;
import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FaceDatasets;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

  private final LabelledFace a = face("a", Split.TRAIN, patches(1));
  private final LabelledFace b = face("b", Split.TRAIN, patches(2));
  private final LabelledFace c = face("c", Split.TRAIN, patches(3));
  private final LabelledFace likeA = face("likeA", Split.TEST, faded(patches(1)));
  private final LabelledFace likeC = face("likeC", Split.VALID, noisy(patches(3), 4, 9));
  private final LabelledFace other = face("other", Split.TEST, patches(4));
  private final List<LabelledFace> all = List.of(a, b, c, likeA, likeC, other);

  @Test
  void facesThatOthersHaveTooAreFound() {
    assertThat(NearDuplicates.of(List.of(c, b, a), List.of(other, likeA, likeC), 0.97))
        .containsExactly(c, a);
    assertThat(NearDuplicates.of(List.of(a, b, c), List.of(other), 0.97)).isEmpty();
    assertThat(NearDuplicates.of(List.of(), List.of(other), 0.97)).isEmpty();
  }

  @Test
  void leakedFacesAreNamed() {
    assertThat(NearDuplicates.leaked(List.of(likeA, other), List.of(a, b, c)))
        .containsExactly("likeA");
  }

  @Test
  void aThresholdThatIsNoneIsRefused() {
    for (double threshold : new double[] {0, 1, -1, Double.NaN}) {
      assertThatThrownBy(() -> NearDuplicates.of(all, all, threshold))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be above 0 and below 1");
    }
  }

  @Test
  void groupsJoinAllThatGoTogether() {
    LabelledFace copy = face("copy", Split.TRAIN, patches(2));
    List<LabelledFace> faces = List.of(a, b, c, likeA, likeC, other, copy);

    assertThat(DuplicateGroups.near(faces, 0.97))
        .containsExactly(List.of(a, likeA), List.of(b, copy), List.of(c, likeC));
    assertThat(DuplicateGroups.exact(faces)).containsExactly(List.of(b, copy));
  }

  @Test
  void overlapsAreCountedFromBothSides() {
    LabelledFace more = face("more", Split.TEST, patches(1));

    assertThat(SplitOverlaps.count(List.of(a, b, c, likeA, likeC, other, more), 0.97))
        .contains(
            new SplitOverlaps.Overlap(Split.TEST, Split.TRAIN, 2),
            new SplitOverlaps.Overlap(Split.TRAIN, Split.TEST, 1),
            new SplitOverlaps.Overlap(Split.TRAIN, Split.TRAIN, 0),
            new SplitOverlaps.Overlap(Split.TEST, Split.TEST, 2),
            new SplitOverlaps.Overlap(Split.VALID, Split.TRAIN, 1),
            new SplitOverlaps.Overlap(Split.VALID, Split.TEST, 0));
  }

  /** The figures of an independent program that compared all with all. */
  @Test
  void findsWhatIsKnownOfFer2013() throws IOException {
    List<LabelledFace> faces =
        FaceDatasets.open(SharedData.get("fer2013"))
            .faces(EnumSet.allOf(Split.class), BadRows.refuse());

    assertThat(
            SplitOverlaps.count(faces, NearDuplicates.CORRELATION).stream()
                .filter(overlap -> overlap.of().compareTo(overlap.in()) > 0)
                .collect(Collectors.toList()))
        .containsExactly(
            new SplitOverlaps.Overlap(Split.VALID, Split.TRAIN, 317),
            new SplitOverlaps.Overlap(Split.TEST, Split.TRAIN, 347),
            new SplitOverlaps.Overlap(Split.TEST, Split.VALID, 59));
  }
}
