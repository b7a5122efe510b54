package io.moodline.classifier.onnx;

import static io.moodline.classifier.onnx.TinyModel.CARD;
import static io.moodline.classifier.onnx.TinyModel.LABELS;
import static io.moodline.classifier.onnx.TinyModel.settings;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moodline.classifier.model.CardJson;
import io.moodline.classifier.model.Device;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.ModelException;
import io.moodline.classifier.model.Models;
import io.moodline.classifier.model.RuntimeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedModelsTest {

  private static final String UNUSABLE = "tiny.onnx: ONNX Runtime cannot use the file: ";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          input.name    | "face" | the card's input.name is "face", but the file's input is "x"
          output.name   | "z"    | the card's output.name is "z", but the file's outputs are "y"
          input.height  | 9      | channels, height and width make N x 1 x 9 x 8, but the file's input "x" is N x 1 x 8 x 8
          input.width   | 7      | make N x 1 x 8 x 7, but the file's input "x" is N x 1 x 8 x 8
          input.layout  | "NHWC" | input.layout is NHWC, but the file's input "x" is N x 1 x 8 x 8: NCHW
          labels        | ["happy", "sad"] | the card has 2 labels, but the file's output "y" is N x 3
          output.kind   | "probabilities"  | but its card's output.kind is PROBABILITIES
          """)
  void aCardThatDoesNotFitTheFile(String field, String value, String message) throws IOException {
    assertRefused(CARD.with(field, value), TinyModel.onnx(-1), message);
  }

  @Test
  void channelsThatDoNotFitTheFile() throws IOException {
    CardJson colour =
        CARD.with("input.channels", "3").with("input.mean", "[0,0,0]").with("input.std", "[1,1,1]");
    assertRefused(
        colour,
        TinyModel.onnx(-1),
        "make N x 3 x 8 x 8, but the file's input \"x\" is N x 1 x 8 x 8");
  }

  @Test
  void probabilitiesThatTheCardCallsLogits() throws IOException {
    assertRefused(CARD, TinyModel.onnx(-1, new float[LABELS], true), "it must be PROBABILITIES");
  }

  @Test
  void aModelThatGivesNoNumbers() throws IOException {
    float[] bias = {0, Float.NaN, 0};
    assertRefused(CARD, TinyModel.onnx(-1, bias, false), "model tiny gave NaN for SADNESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no model, but text"})
  void whatIsNoOnnxFile(String content) throws IOException {
    assertRefused(CARD, content.getBytes(StandardCharsets.UTF_8), UNUSABLE);
  }

  @Test
  void aFileThatWasCutShort() throws IOException {
    byte[] whole = Models.bundled().onnx();
    assertRefused(CARD, Arrays.copyOf(whole, whole.length / 2), UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cuda", "cuda:7"})
  void cudaThatCannotBeHad(String device) throws IOException {
    LoadedModel model = Models.load(CARD.writeWith(TinyModel.onnx(-1), folder));
    assumeTrue(
        new OnnxModels(model, settings("auto", 4)).device().kind() == Device.Kind.CPU,
        "this machine has CUDA");
    RuntimeSettings cuda = settings(device, 4);
    assertThatThrownBy(() -> new OnnxModels(model, cuda))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("device " + cuda.device() + " cannot be had: ");
  }

  private void assertRefused(CardJson card, byte[] onnx, String message) throws IOException {
    LoadedModel model = Models.load(card.writeWith(onnx, folder));
    RuntimeSettings settings = settings("cpu", 4);
    assertThatThrownBy(() -> new OnnxModels(model, settings))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(message);
  }
}
