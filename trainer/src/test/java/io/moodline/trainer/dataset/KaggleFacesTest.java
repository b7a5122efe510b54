package io.moodline.trainer.dataset;

import static io.moodline.trainer.dataset.TinyPictures.VOTES_HEADER;
import static io.moodline.trainer.dataset.TinyPictures.pixels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.moodline.schemas.Emotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaggleFacesTest {

  private static final int ALL = 48 * 48;
  private static final Set<Split> EVERY = EnumSet.allOf(Split.class);
  private static final String HEADER = "emotion,pixels,Usage\n";

  @TempDir private Path folder;

  private final String good =
      HEADER
          + row("0", pixels(ALL, 7), "Training")
          + row("3", pixels(ALL, 255), "PublicTest")
          + row("6", pixels(ALL, 0), "PrivateTest");

  @Test
  void everyRowIsAFaceWithItsLabelAndNoVotes() throws IOException {
    List<LabelledFace> faces = read(good, EVERY, BadRows.refuse());

    assertThat(faces)
        .extracting(
            LabelledFace::name,
            LabelledFace::split,
            face -> face.pixels()[ALL - 1] & 0xff,
            face -> face.label().orElseThrow(),
            LabelledFace::votes)
        .containsExactly(
            tuple("fer2013.csv:2", Split.TRAIN, 7, Emotion.ANGER, Optional.empty()),
            tuple("fer2013.csv:3", Split.VALID, 255, Emotion.HAPPINESS, Optional.empty()),
            tuple("fer2013.csv:4", Split.TEST, 0, Emotion.NEUTRAL, Optional.empty()));
  }

  @Test
  void theFileItselfAndWindowsLineEndsAndQuotesAndOtherColumnOrdersAreRead() throws IOException {
    Path file = folder.resolve("icml_face_data.csv");
    Files.writeString(
        file, "emotion, Usage, pixels\r\n2,Training,\"" + pixels(ALL, 9) + "\"\r\n\r\n");

    assertThat(FaceDatasets.open(file).faces(Set.of(Split.TRAIN), BadRows.refuse()))
        .singleElement()
        .satisfies(face -> assertThat(face.label()).contains(Emotion.FEAR))
        .satisfies(face -> assertThat(face.pixels()[0]).isEqualTo((byte) 9));
  }

  @Test
  void onlyTheSplitsAskedForAreRead() throws IOException {
    assertThat(read(good, Set.of(Split.TEST), BadRows.refuse())).hasSize(1);
  }

  @Test
  void votesBesideItGoByTheOrderOfRows() throws IOException {
    // The first and the second row have one name, as FER+ has it for four pictures.
    Files.writeString(
        folder.resolve("fer2013new.csv"),
        VOTES_HEADER
            + "Training,a.png,0,0,0,0,9,0,0,0,1,0\n"
            + "PublicTest,a.png,0,8,0,0,0,0,0,0,2,0\n"
            + "PrivateTest,,0,0,0,0,0,0,0,0,0,10\n");

    List<LabelledFace> faces = read(good, EVERY, BadRows.refuse());

    assertThat(faces)
        .extracting(face -> face.votes().orElseThrow().votesFor(Emotion.HAPPINESS))
        .containsExactly(0, 8, 0);
    assertThat(faces.get(2).votes().orElseThrow().notAFace()).isEqualTo(10);
  }

  @Test
  void votesThatDoNotGoWithTheRowsAreRefused() throws IOException {
    Path votes = folder.resolve("fer2013new.csv");
    Files.writeString(votes, VOTES_HEADER + "PublicTest,a.png,0,0,0,0,9,0,0,0,1,0\n");

    assertThatThrownBy(() -> read(good, EVERY, BadRows.refuse()))
        .hasMessageStartingWith(
            "fer2013.csv:2: Usage is Training, but this line of fer2013new.csv is of PublicTest");
    assertThatThrownBy(() -> read(good, EVERY, BadRows.skip()))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(
            "fer2013.csv ends in line 4, but fer2013new.csv beside it in line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7,P,Training        | emotion is "7", but must be 0 to 6
          ,P,Training         | emotion is "", but must be 0 to 6
          0,P,Trainig         | Usage is "Trainig", but must be one of Training, PublicTest
          0,P                 | has 2 fields, but must have 3: emotion,pixels,Usage
          0,P 1,Training      | has 2305 pixels, but must have 2304 (48 x 48)
          0,1 2,Training      | has 2 pixels, but must have 2304 (48 x 48)
          0,,Training         | has 0 pixels, but must have 2304 (48 x 48)
          0,1 256 P,Training  | pixel 2 is "256", but must be a whole number from 0 to 255
          0,1 x P,Training    | pixel 2 is "x", but must be a whole number from 0 to 255
          0,-1 P,Training     | pixel 1 is "-1", but must be a whole number from 0 to 255
          0,99999999999 P,Training | pixel 1 is "99999999999", but must be a whole number
          """)
  void aBrokenRowIsNamedAndCanBeSkipped(String row, String problem) throws IOException {
    String broken = good + row.replace("P", pixels(ALL, 1)) + "\n";

    assertThatThrownBy(() -> read(broken, EVERY, BadRows.refuse()))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("fer2013.csv:5: " + problem);
    BadRows.Skipped skipped = BadRows.skip();
    assertThat(read(broken, EVERY, skipped)).hasSize(3);
    assertThat(skipped.rows()).extracting(BadRow::line).containsExactly(5);
  }

  @Test
  void aMissingSplitIsNamed() {
    assertThatThrownBy(
            () ->
                read(
                    HEADER + row("0", pixels(ALL, 7), "Training"),
                    Set.of(Split.TEST),
                    BadRows.refuse()))
        .isInstanceOfSatisfying(
            MissingSplitException.class, e -> assertThat(e.split()).isEqualTo(Split.TEST))
        .hasMessage("fer2013.csv holds no good row of Usage PrivateTest");
  }

  @Test
  void anotherHeaderIsNamed() {
    assertThatThrownBy(() -> read("emotion,pixels\n", EVERY, BadRows.skip()))
        .hasMessage(
            "fer2013.csv:1: the header is \"emotion,pixels\", but must be"
                + " \"emotion,pixels,Usage\"");
    assertThatThrownBy(() -> read("", EVERY, BadRows.skip()))
        .hasMessage("fer2013.csv:1: the file is empty");
  }

  @Test
  void bytesThatAreNoTextAreABadRow() throws IOException {
    Path file = folder.resolve("fer2013.csv");
    byte[] rows =
        (good + "\u00ff\u0000\u00fe\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Files.write(file, rows);

    assertThatThrownBy(() -> FaceDatasets.open(file).faces(EVERY, BadRows.refuse()))
        .hasMessage("fer2013.csv:5: has 1 fields, but must have 3: emotion,pixels,Usage");
  }

  private List<LabelledFace> read(String content, Set<Split> splits, BadRows badRows)
      throws IOException {
    Files.writeString(folder.resolve("fer2013.csv"), content);
    return FaceDatasets.open(folder).faces(splits, badRows);
  }

  private static String row(String emotion, String pixels, String usage) {
    return emotion + "," + pixels + "," + usage + "\n";
  }
}
