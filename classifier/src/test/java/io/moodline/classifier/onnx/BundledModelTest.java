package io.moodline.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.classifier.model.Device;
import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.Models;
import io.moodline.classifier.model.RuntimeSettings;
import io.moodline.classifier.onnx.Fer2013.Labelled;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundledModelTest {

  private static final RuntimeSettings CPU =
      new RuntimeSettings(Device.parse("cpu"), 1, 32, 1L << 30);

  @Test
  void reachesTheAccuracyOfItsCardOnImagesItHasNotSeen() throws IOException {
    LoadedModel model = Models.bundled();
    List<Labelled> images = Fer2013.read("FER2013Test");
    assertThat(images).hasSize(3546);
    try (EmotionModel open = new OnnxModels(model, CPU).open()) {
      List<FaceCrop> faces = images.stream().map(Labelled::face).toList();
      double accuracy = Accuracy.of(open.probabilities(faces), images);
      assertThat(accuracy)
          .isCloseTo(model.card().measured().get("ferplus_private_test_accuracy"), within(0.01));
    }
  }
}
