package io.moodline.trainer.dataset;

import static io.moodline.trainer.dataset.TinyPictures.gray;
import static io.moodline.trainer.dataset.TinyPictures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.moodline.schemas.Emotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFoldersTest {

  private static final Set<Split> EVERY = EnumSet.allOf(Split.class);

  @TempDir private Path folder;

  @Test
  void picturesOfAnySizeAndFormatBecomeFaces() throws IOException {
    picture("Train/happy/b.JPG", gray("jpg", 100, 80, 50));
    picture("Train/ANGRY/a.png", gray("png", 48, 48, 7));
    picture("val/sadness/c.jpeg", gray("jpg", 20, 20, 90));
    picture("PrivateTest/contempt/d.bmp", gray("bmp", 48, 96, 200));

    assertThat(read(EVERY, BadRows.refuse()))
        .extracting(
            LabelledFace::name,
            LabelledFace::split,
            face -> face.label().orElseThrow(),
            face -> face.pixels()[0] & 0xff)
        .containsExactly(
            tuple("Train/ANGRY/a.png", Split.TRAIN, Emotion.ANGER, 7),
            tuple("Train/happy/b.JPG", Split.TRAIN, Emotion.HAPPINESS, 50),
            tuple("val/sadness/c.jpeg", Split.VALID, Emotion.SADNESS, 90),
            tuple("PrivateTest/contempt/d.bmp", Split.TEST, Emotion.CONTEMPT, 200));
    assertThat(FaceDatasets.open(folder).format()).isEqualTo("class folders");
  }

  @ParameterizedTest
  @CsvSource({
    "train,TRAIN",
    "Training,TRAIN",
    "valid,VALID",
    "validation,VALID",
    "VAL,VALID",
    "PublicTest,VALID",
    "test,TEST",
    "PrivateTest,TEST"
  })
  void partsHaveManyNames(String name, Split split) throws IOException {
    picture(name + "/fear/a.png", gray("png", 48, 48, 7));

    assertThat(read(Set.of(split), BadRows.refuse())).hasSize(1);
  }

  @Test
  void withoutAFolderForValidationItIsAFixedTenthOfTrain() throws IOException {
    for (int i = 0; i < 200; i++) {
      picture("train/happy/" + i + ".png", gray("png", 48, 48, i));
    }
    List<String> train = names(Split.TRAIN);
    List<String> valid = names(Split.VALID);

    assertThat(valid).hasSizeBetween(10, 30).doesNotContainAnyElementsOf(train);
    assertThat(train.size() + valid.size()).isEqualTo(200);
    // 10 divides the CRC-32 of "happy/29.png", as other programs compute it too.
    assertThat(valid).contains("train/happy/29.png");
    assertThat(FaceDatasets.open(folder).format()).contains("a fixed tenth of the training");
    // Other pictures do not move those that are there.
    picture("train/sad/more.png", gray("png", 48, 48, 3));
    assertThat(names(Split.VALID)).containsAll(valid);
  }

  @Test
  void anUnknownClassFolderIsRefused() {
    picture("train/happy/a.png", gray("png", 48, 48, 7));
    picture("train/bored/a.png", gray("png", 48, 48, 7));

    assertThatThrownBy(() -> FaceDatasets.open(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("bored is named after no known class; a class folder must be one of")
        .hasMessageContaining("happiness, happy");
  }

  @Test
  void twoFoldersOfOnePartAreRefused() {
    picture("val/happy/a.png", gray("png", 48, 48, 7));
    picture("valid/happy/a.png", gray("png", 48, 48, 7));

    assertThatThrownBy(() -> FaceDatasets.open(folder))
        .hasMessageContaining("holds both val and valid, but must hold only one of");
  }

  @Test
  void aMissingSplitIsNamed() {
    picture("train/happy/a.png", gray("png", 48, 48, 7));

    assertThatThrownBy(() -> read(Set.of(Split.TEST), BadRows.refuse()))
        .isInstanceOf(MissingSplitException.class)
        .hasMessageEndingWith("holds no folder for TEST: test, testing, privatetest");
  }

  @Test
  void anEmptySplitIsNamed() throws IOException {
    picture("train/happy/a.png", gray("png", 48, 48, 7));
    Files.createDirectories(folder.resolve("test/happy"));

    assertThatThrownBy(() -> read(Set.of(Split.TEST), BadRows.refuse()))
        .isInstanceOf(MissingSplitException.class)
        .hasMessageContaining("holds no good picture for TEST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          broken.jpg | not a picture | is no picture in a known format
          empty.jpg  | ''            | is an empty file
          notes.txt  | hello         | is no picture; there may be files that end in .jpg, .jpeg
          """)
  void aBadFileIsNamedAndCanBeSkipped(String name, String content, String problem)
      throws IOException {
    picture("test/fear/good.png", gray("png", 48, 48, 7));
    picture("test/fear/" + name, content.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> read(Set.of(Split.TEST), BadRows.refuse()))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("test/fear/" + name + ": " + problem);
    BadRows.Skipped skipped = BadRows.skip();
    assertThat(read(Set.of(Split.TEST), skipped)).hasSize(1);
    assertThat(skipped.rows()).hasSize(1);
  }

  /** Both parts are drawn from the one folder, which is gone through for each of them. */
  @Test
  void aBadFileCountsOnceHoweverManyPartsAreRead() throws IOException {
    IntStream.range(0, 40)
        .forEach(i -> picture("train/happy/" + i + ".png", gray("png", 48, 48, 7)));
    picture("train/happy/notes.txt", new byte[] {1});
    BadRows.Skipped skipped = BadRows.skip();

    read(Set.of(Split.TRAIN, Split.VALID), skipped);
    read(Set.of(Split.VALID), skipped);

    assertThat(skipped.rows())
        .singleElement()
        .extracting(BadRow::file)
        .isEqualTo("train/happy/notes.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {".DS_Store", "Thumbs.db", "desktop.ini"})
  void whatDesktopsLeaveBehindIsPassedOver(String name) throws IOException {
    picture("test/fear/good.png", gray("png", 48, 48, 7));
    picture("test/fear/" + name, new byte[] {1});

    assertThat(read(Set.of(Split.TEST), BadRows.refuse())).hasSize(1);
  }

  @Test
  void aFolderOfNoKnownFormSaysWhatItHoldsAndWhatIsAccepted() {
    picture("cats/a.png", new byte[0]);

    assertThatThrownBy(() -> FaceDatasets.open(folder))
        .hasMessageContaining("holds cats; a data set is fer2013.csv (emotion,pixels,Usage)");
    assertThatThrownBy(() -> FaceDatasets.open(folder.resolve("cats")))
        .hasMessageContaining("holds a.png;");
    assertThatThrownBy(() -> FaceDatasets.open(folder.resolve("cats/a.png")))
        .hasMessageContaining("a.png does not begin with emotion,pixels,Usage;");
    assertThatThrownBy(() -> FaceDatasets.open(folder.resolve("dogs")))
        .hasMessageStartingWith("there is no file or folder ");
  }

  private List<String> names(Split split) throws IOException {
    return read(Set.of(split), BadRows.refuse()).stream()
        .map(LabelledFace::name)
        .collect(Collectors.toList());
  }

  private List<LabelledFace> read(Set<Split> splits, BadRows badRows) throws IOException {
    return FaceDatasets.open(folder).faces(splits, badRows);
  }

  private void picture(String path, byte[] content) {
    write(folder.resolve(path), content);
  }
}
