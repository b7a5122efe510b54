package io.moodline.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingFacesTest {

  @Test
  void otherFacesHaveAnotherChecksum() {
    String one = faces(7, 1, 0, 1).checksum();

    assertThat(faces(7, 1, 0, 1).checksum()).isEqualTo(one).matches("[0-9a-f]{8}");
    assertThat(faces(8, 1, 0, 1).checksum()).as("a pixel").isNotEqualTo(one);
    assertThat(faces(7, 0.5f, 0, 1).checksum()).as("a target").isNotEqualTo(one);
    assertThat(faces(7, 1, -1, 1).checksum()).as("a truth").isNotEqualTo(one);
    assertThat(faces(7, 1, 0, 2).checksum()).as("a class's weight").isNotEqualTo(one);
  }

  /** Two faces, of which the second has no label. */
  private static TrainingFaces faces(int gray, float share, int truth, float weight) {
    byte[] face = new byte[48 * 48];
    face[100] = (byte) gray;
    HeadLabels labels =
        new HeadLabels(
            Arrays.asList(new float[] {share, 1 - share}, null),
            new int[] {truth, -1},
            new float[] {weight, 1});
    return new TrainingFaces(List.of(face, new byte[48 * 48]), List.of(labels));
  }
}
