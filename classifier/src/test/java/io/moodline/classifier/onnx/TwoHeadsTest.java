package io.moodline.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file with two outputs is two models, by two cards. */
class TwoHeadsTest {

  @TempDir private Path folder;

  @Test
  void eachCardReadsItsOwnOutput() throws IOException {
    byte[] onnx =
        TinyOnnx.twoHeads(
            new long[] {-1, 1, 8, 8},
            TinyOnnx.firstPixels(TinyModel.PIXELS, TinyModel.LABELS),
            new float[TinyModel.LABELS],
            TinyOnnx.firstPixels(TinyModel.PIXELS, 2));
    Path file = TinyModel.CARD.writeWith(onnx, folder);
    Path second =
        Files.write(
            folder.resolve("tiny.second.json"),
            TinyModel.CARD
                .with("sha256", '"' + Models.sha256(onnx) + '"')
                .with("labels", "[\"sad\", \"angry\"]")
                .with("output.name", "\"z\"")
                .bytes());

    // Logits ln 2, 0, 0 and ln 2, 0.
    assertThat(answer(file)).containsExactly(TinyModel.row(0.5f, 0.25f, 0.25f));
    assertThat(answer(second)).containsExactly(TinyModel.row(0, 2 / 3f, 1 / 3f));
  }

  private static float[] answer(Path path) {
    OnnxModels models = new OnnxModels(Models.load(path), TinyModel.settings("cpu", 4));
    try (EmotionModel model = models.open()) {
      return model.probabilities(List.of(TinyModel.face(1, 0, 0))).get(0);
    }
  }
}
