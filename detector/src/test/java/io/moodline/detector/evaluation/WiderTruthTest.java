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

class WiderTruthTest {

  @TempDir private Path temp;
  private TruthFolder folder;

  @BeforeEach
  void writePictures() throws IOException {
    folder = new TruthFolder(temp);
    folder.picture("WIDER_val/images/0--Parade/a.jpg", 100, 80);
    folder.picture("WIDER_val/images/0--Parade/b.jpg", 64, 64);
  }

  private GroundTruth read(boolean skipBad, String... lines) throws Exception {
    Path text = folder.text("wider_face_val_bbx_gt.txt", lines);
    return GroundTruthReader.read(
        text, Optional.empty(), Optional.of(temp.resolve("WIDER_val/images")), skipBad);
  }

  @Test
  void readsTheDataSetsOwnText() throws Exception {
    GroundTruth truth =
        read(
            false,
            "0--Parade/a.jpg",
            "3",
            "10 20 30 40 0 0 0 0 0 0 ",
            "50 20 5 5 2 0 0 1 2 0 ",
            "7 7 0 0 2 0 0 1 0 0 ",
            "0--Parade/b.jpg",
            "0",
            "0 0 0 0 0 0 0 0 0 0 ");

    assertThat(truth.format()).isEqualTo(TruthFormat.WIDER);
    assertThat(truth.pictures().get(0).faces())
        .as("the invalid one is ignored, the one without a size is not there")
        .containsExactly(
            new TruthFace(new Box(10, 20, 40, 60), false, ""),
            new TruthFace(new Box(50, 20, 55, 25), true, ""));
    assertThat(truth.pictures().get(1).faces()).isEmpty();
  }

  @Test
  void fourNumbersAndNoLineOfZerosWillDo() throws Exception {
    GroundTruth truth =
        read(false, "0--Parade/b.jpg", "0", "0--Parade/a.jpg", "1", "10 20 30 40", "");

    assertThat(truth.pictures())
        .extracting(picture -> picture.faces().size())
        .containsExactly(0, 1);
  }

  @Test
  void badRowsAreNamedAndTheirPictureCanBeLeftOut() throws Exception {
    String[] lines = {
      "0--Parade/a.jpg", "2", "10 20 30 40", "10 20 0 40", "0--Parade/b.jpg", "1", "1 1 9 9"
    };

    assertThatThrownBy(() -> read(false, lines))
        .hasMessage("wider_face_val_bbx_gt.txt:4: the box is 0 pixels wide");
    GroundTruth rest = read(true, lines);
    assertThat(rest.pictures()).extracting(TruthPicture::name).containsExactly("0--Parade/b.jpg");
    assertThat(rest.leftOut()).isEqualTo(1);
    assertThatThrownBy(() -> read(false, "0--Parade/a.jpg", "1", "10 20 -30 40"))
        .hasMessageContaining(":3: the box is reversed: x1 is 10, but x2 only -20");
    assertThatThrownBy(() -> read(false, "0--Parade/a.jpg", "1", "10 20 30"))
        .hasMessageContaining(":3: has 3 numbers, but must have 4 (x y w h) or 10");
    assertThatThrownBy(() -> read(false, "0--Parade/a.jpg", "1", "10 20 30 4o"))
        .hasMessageContaining(":3: h is \"4o\", but must be a number");
    assertThatThrownBy(() -> read(false, "0--Parade/a.jpg", "0", "0--Parade/a.jpg", "1", "1 1 9 9"))
        .hasMessageContaining(":3: 0--Parade/a.jpg was there already, in line 1");
    assertThatThrownBy(() -> read(false, "0--Parade/c.jpg", "0"))
        .hasMessageContaining(":1: there is no picture \"0--Parade/c.jpg\" in");
  }

  @Test
  void countsThatDoNotFitEndTheReading() {
    assertThatThrownBy(() -> read(true, "0--Parade/a.jpg", "10 20 30 40"))
        .hasMessageContaining(":2: after the picture \"0--Parade/a.jpg\" there must be a line");
    assertThatThrownBy(
            () -> read(true, "0--Parade/a.jpg", "2", "10 20 30 40", "0--Parade/b.jpg", "0"))
        .hasMessageContaining(":4: 0--Parade/a.jpg must have 2 lines of faces, but has 1");
    assertThatThrownBy(() -> read(true, "0--Parade/a.jpg", "1"))
        .hasMessageContaining(":2: 0--Parade/a.jpg must have 1 lines of faces, but has 0");
  }
}
