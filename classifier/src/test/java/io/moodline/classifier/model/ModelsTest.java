package io.moodline.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.schemas.Emotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {

  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir private Path folder;

  @Test
  void theBundledModelIsWholeAndKnowsAllEmotionsInOrder() {
    LoadedModel model = Models.of("");
    assertThat(model.card().name()).isEqualTo(Models.BUNDLED);
    assertThat(model.card().labels())
        .extracting(ModelCard.Label::emotion)
        .containsExactly(Emotion.values());
    assertThat(Models.sha256(model.onnx())).isEqualTo(model.card().sha256());
  }

  @Test
  void aFileIsLoadedWithTheCardBesideIt() throws IOException {
    Path file = CardJson.good().writeWith(CONTENT, folder);
    LoadedModel model = Models.of(file.toString());
    assertThat(model.card().name()).isEqualTo("tiny");
    assertThat(model.onnx()).isEqualTo(CONTENT);
  }

  @Test
  void theSumIsThatOfTheStandard() {
    // The example of FIPS 180-2, B.1.
    assertThat(Models.sha256(new byte[] {'a', 'b', 'c'}))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void aChangedFileIsRefused() throws IOException {
    Path file = CardJson.good().writeWith(CONTENT, folder);
    Files.write(file, new byte[] {1, 2, 4});
    assertThatThrownBy(() -> Models.load(file))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("tiny.json: sha256 is " + Models.sha256(CONTENT))
        .hasMessageContaining("is damaged, or the card is another model's");
  }

  @Test
  void aCardThatNamesAnotherFileIsRefused() throws IOException {
    Path file = CardJson.good().with("file", "\"big.onnx\"").writeWith(CONTENT, folder);
    assertThatThrownBy(() -> Models.load(file))
        .hasMessageContaining("tiny.json: file is \"big.onnx\", but must be \"tiny.onnx\"");
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Path file = folder.resolve("tiny.onnx");
    assertThatThrownBy(() -> Models.load(file)).hasMessage(file + ": there is no such file");
    Files.write(file, CONTENT);
    assertThatThrownBy(() -> Models.load(file))
        .hasMessageStartingWith(file + ": its card is missing; it must be ")
        .hasMessageContaining("tiny.json");
    assertThatThrownBy(() -> Models.load(folder))
        .hasMessageEndingWith(
            "a model's file must end in .onnx, its card in .json; or name a bundled model: moodnet, moodnet.fer2013,"
                + " moodnet-small, moodnet-small.fer2013");
  }

  @Test
  void aCardOfAnotherNameLoadsTheFileThatItNames() throws IOException {
    CardJson.good().writeWith(CONTENT, folder);
    Path second =
        Files.write(
            folder.resolve("tiny.second.json"),
            CardJson.good()
                .with("sha256", '"' + Models.sha256(CONTENT) + '"')
                .with("output.name", "\"z\"")
                .bytes());
    LoadedModel model = Models.of(second.toString());
    assertThat(model.card().output().name()).isEqualTo("z");
    assertThat(model.onnx()).isEqualTo(CONTENT);
  }

  @Test
  void aCardWhoseFileIsMissingIsRefused() throws IOException {
    Path card = Files.write(folder.resolve("lonely.json"), CardJson.good().bytes());
    assertThatThrownBy(() -> Models.load(card))
        .hasMessage(card + ": the file that it names is missing: " + folder.resolve("tiny.onnx"));
    Path absent = folder.resolve("absent.json");
    assertThatThrownBy(() -> Models.load(absent)).hasMessage(absent + ": there is no such file");
  }
}
