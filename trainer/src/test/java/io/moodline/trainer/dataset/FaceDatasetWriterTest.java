package io.moodline.trainer.dataset;

import static io.moodline.trainer.dataset.TinyPictures.gray;
import static io.moodline.trainer.dataset.TinyPictures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.schemas.Emotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceDatasetWriterTest {

  private static final Set<Split> EVERY = EnumSet.allOf(Split.class);

  @TempDir private Path folder;

  @Test
  void facesWithVotesComeBackAsTheyWere() throws IOException {
    List<LabelledFace> faces =
        List.of(
            voted("FER2013Train/a.png", Split.TRAIN, 1, Optional.of(Emotion.FEAR)),
            voted("fer2013.csv:12", Split.TRAIN, 2, Optional.empty()),
            voted("FER2013Valid/b.png", Split.VALID, 3, Optional.of(Emotion.NEUTRAL)),
            // Names must be unlike in the FER+ table, even when the parts are.
            voted("FER2013Test/a.png", Split.TEST, 4, Optional.of(Emotion.CONTEMPT)));
    FaceDatasetWriter.write(folder.resolve("out"), faces);

    List<LabelledFace> read =
        FaceDatasets.open(folder.resolve("out")).faces(EVERY, BadRows.refuse());
    assertThat(read)
        .extracting(LabelledFace::name)
        .containsExactly(
            "FER2013Train/a.png",
            "FER2013Train/row0000012.png",
            "FER2013Valid/b.png",
            "FER2013Test/a-2.png");
    for (int i = 0; i < faces.size(); i++) {
      assertThat(read.get(i).pixels()).isEqualTo(faces.get(i).pixels());
      assertThat(read.get(i).split()).isEqualTo(faces.get(i).split());
      assertThat(read.get(i).votes().orElseThrow().votes())
          .isEqualTo(faces.get(i).votes().orElseThrow().votes());
    }
    // The contest has no contempt.
    assertThat(read)
        .extracting(LabelledFace::label)
        .containsExactly(
            Optional.of(Emotion.FEAR),
            Optional.empty(),
            Optional.of(Emotion.NEUTRAL),
            Optional.empty());
  }

  @Test
  void facesWithoutVotesComeBackFromClassFolders() throws IOException {
    List<LabelledFace> faces =
        List.of(
            labelled("train/happy/x.jpg", Split.TRAIN, 1, Emotion.HAPPINESS),
            labelled("train/sad/x.jpg", Split.VALID, 2, Emotion.SADNESS),
            labelled("test/contempt/a b.jpg", Split.TEST, 3, Emotion.CONTEMPT));
    FaceDatasetWriter.write(folder, faces);

    List<LabelledFace> read = FaceDatasets.open(folder).faces(EVERY, BadRows.refuse());
    assertThat(read)
        .extracting(LabelledFace::name)
        .containsExactly("train/happiness/x.png", "valid/sadness/x-2.png", "test/contempt/a_b.png");
    assertThat(read).usingRecursiveComparison().ignoringFields("name").isEqualTo(faces);
  }

  @Test
  void aFolderThatHoldsSomethingIsRefused() {
    write(folder.resolve("mine.txt"), new byte[1]);

    assertThatThrownBy(() -> FaceDatasetWriter.write(folder, List.of()))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("is not empty, but must be a new or empty folder");
  }

  @Test
  void aFileInTheWayIsNamed() {
    write(folder.resolve("file"), new byte[1]);

    assertThatThrownBy(() -> OutputFiles.requireNewFolder(folder.resolve("file")))
        .hasMessageStartingWith("cannot write ")
        .hasMessageEndingWith("file: there is a file where a folder must be");
  }

  @Test
  void aFailureNamesTheFileAndTheReason() throws IOException {
    Path target = folder.resolve("text");
    Files.createDirectory(target);

    assertThatThrownBy(() -> OutputFiles.text(target, "x"))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot write " + target + ": Is a directory");
  }

  @Test
  void aFaceWithoutAnyLabelIsRefused() {
    LabelledFace bare =
        new LabelledFace("bare", Split.TEST, plain(1), Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> FaceDatasetWriter.write(folder, List.of(bare)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bare has no label");
  }

  private static LabelledFace voted(String name, Split split, int gray, Optional<Emotion> label) {
    FerPlusRow row = new FerPlusRow(2, split, "x.png", List.of(gray, 0, 0, 0, 1, 0, 0, 0, 2, 0));
    return new LabelledFace(name, split, plain(gray), Optional.of(row), label);
  }

  private static LabelledFace labelled(String name, Split split, int gray, Emotion emotion) {
    return new LabelledFace(name, split, plain(gray), Optional.empty(), Optional.of(emotion));
  }

  private static byte[] plain(int gray) {
    byte[] pixels = GrayPicture.decodeOfSize(gray("png", 48, 48, gray));
    return Arrays.copyOf(pixels, pixels.length);
  }
}
