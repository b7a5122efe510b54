package io.moodline.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.network.Ensemble;
import io.moodline.trainer.network.Layer;
import io.moodline.trainer.network.Mirroring;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.TrainedNetwork;
import io.moodline.trainer.network.WeightSpec;
import io.moodline.trainer.network.Weights;
import io.moodline.trainer.training.TrainingFaces;
import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is only written when it answers as libtorch does. */
class ModelExportTest {

  private static final Network NETWORK =
      new Network(
          "tiny",
          48,
          List.of(new Layer.Conv(4, 5, 2, true, true), new Layer.GlobalAverage()),
          List.of(new Network.Head("logits", 2, List.of(new Layer.Dense(2)))));

  @TempDir private Path folder;

  private final StringWriter text = new StringWriter();

  @Test
  void saysHowNearTheFileIs() throws IOException {
    // Gray values of up to 255 make the logits some hundred: a thousandth of that.
    write(1e-3f, 120);

    assertThat(text.toString()).contains("on 100 faces ONNX Runtime is within ");
    assertThat(folder.resolve("tiny.onnx")).exists();
  }

  /** Logits of millions are rounded to quarters: two sums of another order differ by more. */
  @Test
  void refusesAFileThatIsTooFarOff() {
    assertThatThrownBy(() -> write(1e5f, 100))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the exported file's logits are up to ")
        .hasMessageEndingWith(" off libtorch's, but must be within 1.0E-4");
    assertThat(folder.resolve("tiny.onnx")).doesNotExist();
  }

  @Test
  void provesNothingOnNoFace() {
    assertThatThrownBy(() -> write(1e-3f, 0))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("there is no validation face");
    assertThat(folder.resolve("tiny.onnx")).doesNotExist();
  }

  /**
   * @param scale of the weights
   */
  private void write(float scale, int faces) throws IOException {
    TrainingFaces judged = faces(faces);
    new ModelExport(
            "tiny",
            new Ensemble(List.of(new TrainedNetwork(NETWORK, weights(scale))), Mirroring.NONE),
            List.of(ClassPlan.of(LabelSet.FER2013).only("happiness,sadness")),
            List.of(List.of(Emotion.HAPPINESS, Emotion.SADNESS)),
            false,
            "random weights")
        .write(folder, judged, judged, new PrintWriter(text, true));
  }

  private static Weights weights(float scale) {
    SplittableRandom random = new SplittableRandom(3);
    Map<String, float[]> arrays = new LinkedHashMap<>();
    for (WeightSpec spec : NETWORK.weights()) {
      float[] numbers = new float[spec.elements()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) (random.nextGaussian() * scale);
      }
      arrays.put(spec.name(), numbers);
    }
    return new Weights(arrays);
  }

  private static TrainingFaces faces(int count) {
    SplittableRandom random = new SplittableRandom(4);
    List<byte[]> pixels = new ArrayList<>();
    List<float[]> targets = new ArrayList<>();
    int[] truths = new int[count];
    for (int i = 0; i < count; i++) {
      byte[] face = new byte[48 * 48];
      random.nextBytes(face);
      pixels.add(face);
      truths[i] = i % 2;
      targets.add(new float[] {1 - truths[i], truths[i]});
    }
    return new TrainingFaces(pixels, List.of(new HeadLabels(targets, truths, new float[] {1, 1})));
  }
}
