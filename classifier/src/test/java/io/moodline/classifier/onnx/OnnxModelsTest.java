package io.moodline.classifier.onnx;

import static io.moodline.classifier.onnx.TinyModel.CARD;
import static io.moodline.classifier.onnx.TinyModel.LABELS;
import static io.moodline.classifier.onnx.TinyModel.PIXELS;
import static io.moodline.classifier.onnx.TinyModel.face;
import static io.moodline.classifier.onnx.TinyModel.row;
import static io.moodline.classifier.onnx.TinyModel.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.classifier.model.CardJson;
import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.ModelException;
import io.moodline.classifier.model.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxModelsTest {

  @TempDir private Path folder;

  @Test
  void probabilitiesAreThoseWorkedByHand() throws IOException {
    try (EmotionModel model = open(CARD, TinyModel.onnx(-1), 32)) {
      List<float[]> all = model.probabilities(List.of(face(1, 0, 0), face(0, 2, 1)));
      // 2, 1, 1 of 4; 1, 4, 2 of 7.
      assertThat(all.get(0)).containsExactly(row(0.5f, 0.25f, 0.25f), within(1e-6f));
      assertThat(all.get(1)).containsExactly(row(1 / 7f, 4 / 7f, 2 / 7f), within(1e-6f));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "-1,4", "-1,32", "4,32", "1,32"})
  void anyNumberOfFacesIsSplitIntoBatchesInOrder(long batch, int maxBatch) throws IOException {
    try (EmotionModel model = open(CARD, TinyModel.onnx(batch), maxBatch)) {
      for (int count : new int[] {0, 1, 3, 4, 5, 11, 2}) {
        List<FaceCrop> faces = IntStream.range(0, count).mapToObj(i -> face(i, 0, 0)).toList();
        List<float[]> all = model.probabilities(faces);
        assertThat(all).hasSize(count);
        for (int i = 0; i < count; i++) {
          float power = 1 << i;
          assertThat(all.get(i)[1]).isCloseTo(power / (power + 2), within(1e-5f));
        }
      }
    }
  }

  @Test
  void aCropOfAnotherSizeIsResized() throws IOException {
    byte[] large = new byte[16 * 16];
    Arrays.fill(large, (byte) 1);
    try (EmotionModel model = open(CARD, TinyModel.onnx(-1), 4)) {
      float[] all = model.probabilities(List.of(new FaceCrop(16, 16, 1, large))).get(0);
      assertThat(all).containsExactly(row(1 / 3f, 1 / 3f, 1 / 3f), within(1e-6f));
    }
  }

  @Test
  void probabilitiesOfTheModelItselfAreTaken() throws IOException {
    CardJson card = CARD.with("output.kind", "\"probabilities\"");
    try (EmotionModel model = open(card, TinyModel.onnx(-1, new float[LABELS], true), 4)) {
      assertThat(model.probabilities(List.of(face(1, 0, 0))).get(0))
          .containsExactly(row(0.5f, 0.25f, 0.25f), within(1e-6f));
    }
  }

  @Test
  void aFaceThatMakesNoNumbersIsRefusedAndTheNextIsJudged() throws IOException {
    // The first pixel of the test face is 0; that of the second face overflows.
    float[][] weights = TinyOnnx.firstPixels(PIXELS, LABELS);
    weights[0][0] = Float.MAX_VALUE;
    byte[] onnx = TinyOnnx.linear(new long[] {-1, 1, 8, 8}, weights, new float[LABELS], false);
    try (EmotionModel model = open(CARD, onnx, 4)) {
      assertThatThrownBy(() -> model.probabilities(List.of(face(0, 0, 0), face(255, 0, 0))))
          .isInstanceOf(ModelException.class)
          .hasMessage("model tiny gave Infinity for happy");
      assertThat(model.probabilities(List.of(face(0, 0, 0)))).hasSize(1);
    }
  }

  @Test
  void aClosedModelSaysSo() throws IOException {
    EmotionModel model = open(CARD, TinyModel.onnx(-1), 4);
    model.close();
    model.close();
    assertThatThrownBy(() -> model.probabilities(List.of(face(0, 0, 0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("model tiny is closed");
  }

  @Test
  void theBundledModelGivesOneAnswerWhateverTheBatch() {
    List<FaceCrop> faces = IntStream.range(0, 9).mapToObj(OnnxModelsTest::noise).toList();
    OnnxModels models = new OnnxModels(Models.bundled(), settings("cpu", 4));
    try (EmotionModel model = models.open()) {
      List<float[]> together = model.probabilities(faces);
      for (int i = 0; i < faces.size(); i++) {
        float[] alone = model.probabilities(faces.subList(i, i + 1)).get(0);
        assertThat(alone).containsExactly(together.get(i), within(1e-4f));
      }
    }
  }

  private static FaceCrop noise(int seed) {
    byte[] pixels = new byte[48 * 48];
    new java.util.Random(seed).nextBytes(pixels);
    return new FaceCrop(48, 48, 1, pixels);
  }

  private EmotionModel open(CardJson card, byte[] onnx, int maxBatch) throws IOException {
    return new OnnxModels(Models.load(card.writeWith(onnx, folder)), settings("auto", maxBatch))
        .open();
  }
}
