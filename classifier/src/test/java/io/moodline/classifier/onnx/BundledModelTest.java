package io.moodline.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.ModelCard;
import io.moodline.classifier.model.Models;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The default model on images that it was neither trained nor chosen with. */
class BundledModelTest {

  private static final int SOME = 20;

  private static List<Fer2013.Labelled> images;
  private static List<float[]> probabilities;

  @BeforeAll
  static void classifyPrivateTest() throws IOException {
    images = Fer2013.read("FER2013Test");
    OnnxModels models = new OnnxModels(Models.bundled(), TinyModel.settings("auto", 32));
    try (EmotionModel model = models.open()) {
      probabilities = model.probabilities(images.stream().map(Fer2013.Labelled::face).toList());
    }
  }

  @Test
  void reachesTheAccuracyOnItsCard() {
    assertThat(images).hasSize(3546);
    Map<String, Double> measured = Models.bundled().card().measured();
    assertThat(Accuracy.of(probabilities, images))
        .isCloseTo(measured.get("ferplus_private_test_accuracy"), within(0.01));
  }

  /** The same by the shortest way there is: plain arrays, one face at a time. */
  @Test
  void agreesWithTheModelRunByHand() throws OrtException {
    LoadedModel model = Models.bundled();
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model.onnx())) {
      for (int i = 0; i < SOME; i++) {
        assertThat(probabilities.get(i))
            .containsExactly(byHand(session, model.card(), images.get(i).face()), within(1e-4f));
      }
    }
  }

  private static float[] byHand(OrtSession session, ModelCard card, FaceCrop face)
      throws OrtException {
    float[][][][] input = new float[1][1][48][48];
    for (int y = 0; y < 48; y++) {
      for (int x = 0; x < 48; x++) {
        input[0][0][y][x] = face.pixels()[48 * y + x] & 0xFF;
      }
    }
    try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), input);
        OrtSession.Result result = session.run(Map.of("face", tensor))) {
      float[][] logits = (float[][]) result.get("logits").orElseThrow().getValue();
      return withoutSmoothing(
          softmax(logits[0], card.output().temperature()), card.output().smoothing());
    }
  }

  private static float[] withoutSmoothing(float[] probabilities, double smoothing) {
    double[] left = new double[probabilities.length];
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      double less = probabilities[i] - smoothing / left.length;
      left[i] = smoothing == 0 ? probabilities[i] : Math.max(less, probabilities[i] / 40);
      sum += left[i];
    }
    for (int i = 0; i < left.length; i++) {
      probabilities[i] = (float) (left[i] / sum);
    }
    return probabilities;
  }

  private static float[] softmax(float[] logits, double temperature) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit / temperature);
    }
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (Math.exp(logits[i] / temperature) / sum);
    }
    return probabilities;
  }
}
