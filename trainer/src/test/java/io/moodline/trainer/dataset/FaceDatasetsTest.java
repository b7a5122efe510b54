package io.moodline.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.testing.SharedData;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaceDatasetsTest {

  @Test
  void readsTheRealArchiveWithBothKindsOfLabels() throws IOException {
    BadRows.Skipped skipped = BadRows.skip();

    List<LabelledFace> faces =
        FaceDatasets.open(SharedData.get("fer2013")).faces(EnumSet.allOf(Split.class), skipped);

    assertThat(skipped.rows()).isEmpty();
    Map<Split, Long> counts =
        faces.stream().collect(Collectors.groupingBy(LabelledFace::split, Collectors.counting()));
    assertThat(counts)
        .isEqualTo(Map.of(Split.TRAIN, 28_556L, Split.VALID, 3_579L, Split.TEST, 3_573L));
    assertThat(faces.stream().filter(face -> face.label().isEmpty())).hasSize(45);
    // One picture of the test set has two rows, so that other counts of it are one higher.
    List<LabelledFace> test = faces.stream().filter(f -> f.split() == Split.TEST).toList();
    assertThat(test.stream().filter(f -> LabelSet.FER2013.truth(f).isPresent())).hasSize(3_565);
    assertThat(test.stream().filter(f -> LabelSet.FERPLUS.truth(f).isPresent())).hasSize(3_546);
  }
}
