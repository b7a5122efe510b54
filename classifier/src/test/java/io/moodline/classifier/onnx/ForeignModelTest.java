package io.moodline.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.Models;
import io.moodline.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that others made runs by a card alone: other size, range, labels and output. */
class ForeignModelTest {

  /** Measured with other code, before this was written. */
  private static final double FER_PLUS_ACCURACY = 0.629;

  private static final String CARD =
      """
      {"format": 1, "name": "mini-xception", "version": "102-0.66", "file": "mini.onnx",
       "sha256": "%s",
       "labels": ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"],
       "input": {"name": "input_1", "layout": "NCHW", "channels": 1, "height": 64, "width": 64,
                 "mean": [127.5], "std": [127.5]},
       "output": {"name": "predictions", "kind": "probabilities", "temperature": 1},
       "crop": {"width": 48, "height": 48, "margin": 0},
       "licence": "MIT", "training": "FER-2013", "measured": {}}
      """;

  @TempDir private Path folder;

  @Test
  void miniXceptionReachesWhatWasMeasuredElsewhere() throws IOException {
    byte[] onnx =
        Files.readAllBytes(SharedData.get("models/fer2013_mini_XCEPTION.102-0.66.nchw.onnx"));
    Path file = Files.write(folder.resolve("mini.onnx"), onnx);
    Files.write(
        folder.resolve("mini.json"),
        CARD.formatted(Models.sha256(onnx)).getBytes(StandardCharsets.UTF_8));
    List<Fer2013.Labelled> images = Fer2013.read("FER2013Test");
    OnnxModels models = new OnnxModels(Models.load(file), TinyModel.settings("auto", 32));
    try (EmotionModel model = models.open()) {
      List<float[]> all = model.probabilities(images.stream().map(Fer2013.Labelled::face).toList());
      assertThat(Accuracy.of(all, images)).isCloseTo(FER_PLUS_ACCURACY, within(0.01));
      // Contempt is not among its labels.
      assertThat(all).allSatisfy(probabilities -> assertThat(probabilities[7]).isZero());
    }
  }
}
