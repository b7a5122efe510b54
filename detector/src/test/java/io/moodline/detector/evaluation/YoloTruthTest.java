package io.moodline.detector.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.geometry.Box;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YoloTruthTest {

  @TempDir private Path temp;
  private TruthFolder folder;

  @BeforeEach
  void writePictures() throws IOException {
    folder = new TruthFolder(temp);
    folder.picture("images/val/a.jpg", 200, 100);
    folder.picture("images/val/b.png", 64, 64);
    folder.text("labels/val/a.txt", "0 0.5 0.5 0.25 0.5", "", "1 0.875 0.25 0.25 0.5");
  }

  @Test
  void sharesBecomePixelsAndPicturesWithoutAFileShowNobody() throws Exception {
    GroundTruth truth = TruthFolder.read(temp);

    assertThat(truth.format()).isEqualTo(TruthFormat.YOLO);
    assertThat(truth.pictures())
        .extracting(TruthPicture::name)
        .containsExactly("val/a.jpg", "val/b.png");
    assertThat(truth.pictures().get(0).faces())
        .containsExactly(
            new TruthFace(new Box(75, 25, 125, 75), false, "0"),
            new TruthFace(new Box(150, 0, 200, 50), false, "1"));
    assertThat(truth.pictures().get(1).faces()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0.5 0.5 0.1 | has 4 fields, but must have 5: class cx cy w h",
        "0 0.5 0.5 0.1 20 | h is 20, but must be 0 to 1, a share of the picture's size",
        "0 0.5 0.5 0 0.1 | the box is 0 pixels wide",
        "0 0.5 0.5 0.1 abc | h is \"abc\", but must be a number",
        "0 0.99 0.5 0.1 0.1 | reaches out of its picture of 200 x 100",
      })
  void aBadRowIsNamed(String row, String problem) throws Exception {
    folder.text("labels/val/a.txt", "0 0.5 0.5 0.1 0.2", row);

    assertThatThrownBy(() -> TruthFolder.read(temp))
        .hasMessageContaining("a.txt:2: ")
        .hasMessageContaining(problem);
    assertThat(TruthFolder.readSkipping(temp).pictures())
        .extracting(TruthPicture::name)
        .containsExactly("val/b.png");
  }

  @Test
  void labelsWithoutAPictureAreNamed() throws Exception {
    folder.text("labels/val/c.txt", "0 0.5 0.5 0.1 0.2");

    assertThatThrownBy(() -> TruthFolder.read(temp))
        .hasMessageContaining("c.txt: there is no picture of that name in");
    assertThat(TruthFolder.readSkipping(temp).faults()).hasSize(1);
  }

  @Test
  void whatFormatItIsMustBeSaidWhereNothingTells() throws Exception {
    Path other = temp.resolve("images");

    assertThatThrownBy(() -> TruthFolder.read(other))
        .hasMessageContaining("what format is it?")
        .hasMessageContaining("csv, wider, yolo");
    assertThatThrownBy(() -> TruthFolder.read(temp.resolve("nothing")))
        .hasMessageContaining("there is no ");
    assertThatThrownBy(
            () ->
                GroundTruthReader.read(
                    temp, Optional.empty(), Optional.of(temp.resolve("nowhere")), false))
        .hasMessageContaining("there is no folder");
  }
}
