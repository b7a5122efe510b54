package io.moodline.trainer.dataset;

import static io.moodline.trainer.dataset.TinyPictures.VOTES_HEADER;
import static io.moodline.trainer.dataset.TinyPictures.gray;
import static io.moodline.trainer.dataset.TinyPictures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.schemas.Emotion;
import io.moodline.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceDatasetsTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeFerPlus() throws IOException {
    write(folder.resolve("FER2013Train/a.png"), gray("png", 48, 48, 1));
    write(folder.resolve("FER2013Test/b.png"), gray("png", 48, 48, 2));
    Files.writeString(
        folder.resolve("fer2013new.csv"),
        VOTES_HEADER
            + "Training,a.png,0,0,0,0,9,0,0,0,1,0\n"
            + "PrivateTest,b.png,0,8,0,0,0,0,0,0,2,0\n");
  }

  @Test
  void theLayoutOfFerPlusHasVotesAndNoLabels() throws IOException {
    assertThat(labels()).containsOnly(Optional.empty());
    assertThat(FaceDatasets.open(folder).format())
        .isEqualTo("FER+ layout, without the contest's labels");
  }

  @Test
  void theLabelsFileGoesByName() throws IOException {
    writeLabels("a.png,Training,0\nb.png,PrivateTest,\n");

    assertThat(labels()).containsExactly(Optional.of(Emotion.ANGER), Optional.empty());
    assertThat(FaceDatasets.open(folder).format()).endsWith("labels of fer2013_labels.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.png,Training,7   | emotion is "7", but must be empty or 0 to 6
          a.png,Trainig,1    | usage is "Trainig", but must be one of Training
          a.png,Training     | has 2 fields, but must have 3
          b.png,Training,1   | image b.png is in an earlier line too, with other values
          """)
  void aBrokenLabelIsNamed(String row, String problem) throws IOException {
    writeLabels("b.png,PrivateTest,3\n" + row + "\n");

    assertThatThrownBy(this::labels).hasMessageStartingWith("fer2013_labels.csv:3: " + problem);
    BadRows.Skipped skipped = BadRows.skip();
    FaceDatasets.open(folder).faces(Set.of(Split.TEST), skipped);
    assertThat(skipped.rows()).hasSize(1);
  }

  @Test
  void theContestsFileGoesByTheOrderOfRows() throws IOException {
    Path contest = folder.resolve("fer2013.csv");
    Files.writeString(contest, "emotion,pixels,Usage\n4,1,Training\n3,1,PrivateTest\n");

    assertThat(labels())
        .containsExactly(Optional.of(Emotion.SADNESS), Optional.of(Emotion.HAPPINESS));
    assertThat(FaceDatasets.open(folder).format()).endsWith("labels of fer2013.csv");

    Files.writeString(contest, "emotion,pixels,Usage\n4,1,Training\n");
    assertThatThrownBy(this::labels)
        .hasMessageStartingWith("fer2013.csv ends in line 2, but fer2013new.csv beside it in line");
    Files.writeString(contest, "emotion,pixels,Usage\n4,1,PublicTest\n3,1,PrivateTest\n");
    assertThatThrownBy(this::labels)
        .hasMessageStartingWith("fer2013.csv:2: Usage is PublicTest, but this line of");
  }

  @Test
  void aMissingSplitIsNamed() {
    assertThatThrownBy(() -> FaceDatasets.open(folder).faces(Set.of(Split.VALID), BadRows.refuse()))
        .isInstanceOfSatisfying(
            MissingSplitException.class, e -> assertThat(e.split()).isEqualTo(Split.VALID));
  }

  private List<Optional<Emotion>> labels() throws IOException {
    return FaceDatasets.open(folder)
        .faces(Set.of(Split.TRAIN, Split.TEST), BadRows.refuse())
        .stream()
        .map(LabelledFace::label)
        .toList();
  }

  private void writeLabels(String rows) throws IOException {
    Files.writeString(folder.resolve("fer2013_labels.csv"), "image,usage,emotion\n" + rows);
  }

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
