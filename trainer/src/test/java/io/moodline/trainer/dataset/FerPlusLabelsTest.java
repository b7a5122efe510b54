package io.moodline.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.schemas.Emotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FerPlusLabelsTest {

  private static final String HEADER =
      "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF";
  private static final String GOOD = "Training,a.png,4,0,0,1,3,2,0,0,0,0";

  @TempDir private Path folder;

  @Test
  void aRowHoldsVotesByEmotion() throws IOException {
    List<FerPlusRow> rows = read(BadRows.refuse(), GOOD, "PublicTest,b.png,0,9,0,0,0,0,0,0,1,0");

    assertThat(rows).extracting(FerPlusRow::split).containsExactly(Split.TRAIN, Split.VALID);
    assertThat(rows.get(0).votesFor(Emotion.ANGER)).isEqualTo(3);
    assertThat(rows.get(1).votesFor(Emotion.HAPPINESS)).isEqualTo(9);
    assertThat(rows.get(1).unknown()).isEqualTo(1);
    assertThat(rows.get(1).line()).isEqualTo(3);
  }

  @Test
  void aRowInWhichNobodySawAFaceHasNoPicture() throws IOException {
    List<FerPlusRow> rows =
        read(
            BadRows.refuse(),
            "Training,,0,0,0,0,0,0,0,0,0,10",
            GOOD,
            "Training,a.png,0,0,0,0,0,0,0,0,0,10");

    assertThat(rows).extracting(FerPlusRow::image).containsExactly("", "a.png", "");
    assertThat(rows).extracting(FerPlusRow::hasFace).containsExactly(false, true, false);
  }

  @Test
  void aRepeatedRowCountsOnce() throws IOException {
    assertThat(read(BadRows.refuse(), GOOD, GOOD)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Training,a.png,4,0,0 | has 5 fields, but must have 12",
        "Tranning,a.png,4,0,0,1,3,2,0,0,0,0 | Usage is \"Tranning\", but must be one of Training,"
            + " PublicTest, PrivateTest",
        "Training,a.png,4,0,0,x,3,2,0,0,0,0 | sadness is \"x\", but must be a whole number from 0 to"
            + " 10",
        "Training,a.png,4,0,0,1,3,2,0,0,0,11 | NF is \"11\", but must be a whole number from 0 to 10",
        "Training,../a.png,4,0,0,1,3,2,0,0,0,0 | Image name is \"../a.png\", but must be a file name"
            + " of letters, digits, _, . and -",
      })
  void aBadRowIsNamedByFileLineAndFault(String row, String fault) {
    assertThatThrownBy(() -> read(BadRows.refuse(), "PublicTest,b.png,0,9,0,0,0,0,0,0,1,0", row))
        .isInstanceOf(DatasetException.class)
        .hasMessage("labels.csv:3: " + fault);
  }

  @Test
  void aPictureLabelledInTwoWaysIsNamedWithBothLines() {
    assertThatThrownBy(() -> read(BadRows.refuse(), GOOD, "Training,a.png,5,0,0,1,3,1,0,0,0,0"))
        .hasMessage("labels.csv:3: Image name a.png is in line 2 too, with other values");
  }

  @Test
  void badRowsMayBeSkippedAndAreRemembered() throws IOException {
    BadRows.Skipped skipped = BadRows.skip();

    assertThat(read(skipped, "nonsense", GOOD)).hasSize(1);
    assertThat(skipped.rows()).extracting(BadRow::line).containsExactly(2);
  }

  @Test
  void anotherHeaderIsRefused() throws IOException {
    Path csv = Files.writeString(folder.resolve("labels.csv"), "emotion,pixels\n0,70 80\n");

    assertThatThrownBy(() -> FerPlusLabels.read(csv, BadRows.skip()))
        .hasMessageStartingWith("labels.csv:1: the header is \"emotion,pixels\", but must be");
  }

  private List<FerPlusRow> read(BadRows badRows, String... rows) throws IOException {
    Path csv = folder.resolve("labels.csv");
    Files.writeString(csv, HEADER + "\n" + String.join("\n", rows) + "\n");
    return FerPlusLabels.read(csv, badRows);
  }
}
