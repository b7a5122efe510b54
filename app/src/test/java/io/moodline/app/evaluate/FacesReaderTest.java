package io.moodline.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FaceDataset;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FacesReaderTest {

  @Test
  void saysWhichPicturesCountNowhere() throws IOException {
    List<String> told = new ArrayList<>();

    new FacesReader(new Folders(), told::add).read(Split.TEST, BadRows.refuse(), false);

    assertThat(told)
        .containsExactly(
            "2 pictures of PrivateTest",
            "1 pictures have a label that is in no label set, and are left out: contempt 1");
  }

  /** As class folders come. */
  private static final class Folders implements FaceDataset {
    @Override
    public String format() {
      return "class folders";
    }

    @Override
    public List<LabelledFace> faces(Set<Split> splits, BadRows badRows) {
      return List.of(face(Emotion.ANGER), face(Emotion.CONTEMPT));
    }

    private static LabelledFace face(Emotion label) {
      return new LabelledFace(
          "face", Split.TEST, new byte[48 * 48], Optional.empty(), Optional.of(label));
    }
  }
}
