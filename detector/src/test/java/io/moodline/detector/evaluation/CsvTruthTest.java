package io.moodline.detector.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.geometry.Box;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTruthTest {

  @TempDir private Path temp;
  private TruthFolder folder;

  @BeforeEach
  void writePictures() throws IOException {
    folder = new TruthFolder(temp);
    folder.picture("a.jpg", 100, 80);
    folder.picture("images/b.png", 64, 64);
  }

  @Test
  void rowsOfAPictureBelongTogetherAndNobodyIsSaidByEmptyCoordinates() throws Exception {
    Path csv =
        folder.text(
            "faces.csv",
            "\uFEFFimage,x1,y1,x2,y2,label",
            "a.jpg,10,20,30.5,50,face",
            "b.png,,,,,",
            "",
            "\"a.jpg\", 40, 20, 60, 50, \"a \"\"man\"\", old\"",
            "a.jpg,0,0,9,9,Ignore");

    GroundTruth truth = TruthFolder.read(csv);

    assertThat(truth.format()).isEqualTo(TruthFormat.CSV);
    assertThat(truth.pictures())
        .containsExactly(
            new TruthPicture(
                "a.jpg",
                temp.resolve("a.jpg"),
                100,
                80,
                List.of(
                    new TruthFace(new Box(10, 20, 30.5, 50), false, "face"),
                    new TruthFace(new Box(40, 20, 60, 50), false, "a \"man\", old"),
                    new TruthFace(new Box(0, 0, 9, 9), true, "Ignore"))),
            new TruthPicture("b.png", temp.resolve("images/b.png"), 64, 64, List.of()));
    assertThat(truth.faces()).isEqualTo(2);
    assertThat(truth.ignored()).isEqualTo(1);
  }

  @Test
  void headerAndLabelMayBeAbsentAndTheFolderNamed() throws Exception {
    folder.text("faces.csv", "a.jpg,10,20,30,50", "b.png,,,,");

    assertThat(TruthFolder.read(temp).pictures())
        .extracting(picture -> picture.faces().size())
        .containsExactly(1, 0);
  }

  @Test
  void aBoxMayReachOutByAPixelAndIsCutThere() throws Exception {
    Path csv = folder.text("faces.csv", "a.jpg,-1,-0.5,101,80.9");

    assertThat(TruthFolder.read(csv).pictures().get(0).faces())
        .containsExactly(new TruthFace(new Box(0, 0, 100, 80), false, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.jpg,10,20,30 | has 4 fields, but must have 5 or 6: image,x1,y1,x2,y2,label",
        "a.jpg,10,20,x,50 | x2 is \"x\", but must be a number",
        "a.jpg,10,20,,50 | x2 is \"\", but must be a number",
        "a.jpg,10,20,NaN,50 | x2 is \"NaN\", but must be a number",
        "a.jpg,30,20,10,50 | the box is reversed: x1 is 30, but x2 only 10",
        "a.jpg,10,50,30,20 | the box is reversed: y1 is 50, but y2 only 20",
        "a.jpg,10,20,10,50 | the box is 0 pixels wide",
        "a.jpg,10,20,30,20 | the box is 0 pixels high",
        "a.jpg,10,20,102,50 | the box 10,20 to 102,50 reaches out of its picture of 100 x 80",
        "a.jpg,10,-2,30,50 | the box 10,-2 to 30,50 reaches out of its picture of 100 x 80",
        "a.jpg,,,,, | says that nobody is in a.jpg, but line 2 has a face",
        "',1,2,3,4,' | names no picture",
        "\"a.jpg,1,2,3,4 | a double quote is not closed",
        "c.jpg,10,20,30,50 | there is no picture \"c.jpg\" in",
      })
  void aBadRowIsNamedOrItsPictureLeftOut(String row, String problem) throws Exception {
    Path csv = folder.text("faces.csv", "b.png,1,1,9,9", "a.jpg,1,1,9,9", row);

    assertThatThrownBy(() -> TruthFolder.read(csv))
        .isInstanceOf(GroundTruthException.class)
        .hasMessageStartingWith("faces.csv:3: ")
        .hasMessageContaining(problem);

    GroundTruth rest = TruthFolder.readSkipping(csv);
    assertThat(rest.faults()).hasSize(1);
    assertThat(rest.pictures()).extracting(TruthPicture::name).contains("b.png");
  }

  @Test
  void aPictureWhoseFacesAreNotAllKnownIsLeftOutWhole() throws Exception {
    Path csv = folder.text("faces.csv", "b.png,1,1,9,9", "a.jpg,1,1,9,9", "a.jpg,5,5,5,9");

    GroundTruth rest = TruthFolder.readSkipping(csv);

    assertThat(rest.pictures()).extracting(TruthPicture::name).containsExactly("b.png");
    assertThat(rest.leftOut()).isEqualTo(1);
  }

  @Test
  void columnsInAnotherOrderAreRefused() throws IOException {
    Path csv = folder.text("faces.csv", "image,x,y,w,h", "a.jpg,10,20,30,50");

    assertThatThrownBy(() -> TruthFolder.read(csv))
        .hasMessage(
            "faces.csv:1: the header is \"image,x,y,w,h\", but must be"
                + " \"image,x1,y1,x2,y2,label\"");
  }

  @Test
  void whatIsNoPictureIsNamed() throws IOException {
    folder.text("c.jpg", "no picture");
    Path csv = folder.text("faces.csv", "c.jpg,10,20,30,50");

    assertThatThrownBy(() -> TruthFolder.read(csv))
        .hasMessageStartingWith("faces.csv:1: the picture ")
        .hasMessageEndingWith("c.jpg cannot be read: neither a JPEG nor a PNG");
    assertThatThrownBy(() -> TruthFolder.readSkipping(csv))
        .hasMessageContaining("has no usable picture; the first fault is faces.csv:1");
  }

  @Test
  void emptyAndBinaryFilesAreRefused() throws IOException {
    Path empty = folder.text("empty.csv");
    Path binary = temp.resolve("binary.csv");
    Files.write(binary, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> TruthFolder.read(empty)).hasMessageContaining("no usable picture");
    assertThatThrownBy(() -> TruthFolder.read(binary)).hasMessageContaining("not text in UTF-8");
  }
}
