package io.moodline.trainer.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.trainer.augment.AugmentationPlan;
import io.moodline.trainer.network.Ensemble;
import io.moodline.trainer.network.Layer;
import io.moodline.trainer.network.Mirroring;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.TrainedNetwork;
import io.moodline.trainer.onnx.OnnxExport;
import io.moodline.trainer.onnx.OnnxTeacher;
import io.moodline.trainer.training.EpochResult;
import io.moodline.trainer.training.LearningRateSchedule;
import io.moodline.trainer.training.LossKind;
import io.moodline.trainer.training.OptimizerSettings;
import io.moodline.trainer.training.Recipe;
import io.moodline.trainer.training.TrainingFaces;
import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import io.moodline.trainer.training.TrainingListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trains a small network to tell upright bars from lying ones, and corners from both. */
class TorchTrainerTest {

  private static final int LAST_STEP = 0;

  private static final int CLASSES = 3;
  private static final Network NETWORK =
      new Network("bars", 48, trunk(), List.of(head("logits"), head("second")));

  @TempDir Path folder;

  @Test
  void learnsWhatThePicturesShow() throws IOException {
    TorchTrainer.Outcome outcome =
        train(folder, recipe(8, OptimizerSettings.Kind.MOMENTUM), new Log());

    EpochResult last = outcome.history().get(7);
    assertThat(last.accuracies()).hasSize(2);
    assertThat(last.accuracies().get(0)).isGreaterThan(0.9);
    assertThat(last.validationLoss()).isLessThan(outcome.history().get(0).validationLoss());
  }

  @Test
  void goesOnAfterAStopAsIfNeverStopped() throws IOException {
    Recipe recipe = recipe(3, OptimizerSettings.Kind.MOMENTUM);
    TorchTrainer.Outcome whole = train(folder.resolve("whole"), recipe, new Log());

    Path stopped = folder.resolve("stopped");
    assertThatThrownBy(() -> train(stopped, recipe, new StopAfter(2)))
        .hasMessage("stopped by the test");
    Log second = new Log();
    TorchTrainer.Outcome resumed = train(stopped, recipe, second);

    assertThat(second.epochs).extracting(EpochResult::epoch).containsExactly(3);
    assertThat(losses(resumed)).isEqualTo(losses(whole));
    assertThat(resumed.weights().get("trunk.1.weight"))
        .isEqualTo(whole.weights().get("trunk.1.weight"));
  }

  @Test
  void refusesToGoOnWithOtherSettings() throws IOException {
    train(folder, recipe(1, OptimizerSettings.Kind.MOMENTUM), new Log());

    assertThatThrownBy(() -> train(folder, recipe(1, OptimizerSettings.Kind.ADAM), new Log()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds a training with other settings")
        .hasMessageContaining("ADAM");
  }

  /** Dropout, both kinds of teachers and bfloat16: all that could fall out by chance. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theSameSeedGivesTheSameCurve(boolean bfloat16) throws IOException {
    TrainedNetwork teacher =
        new TrainedNetwork(
            NETWORK,
            train(folder.resolve("teacher"), recipe(1, OptimizerSettings.Kind.ADAM), new Log())
                .weights());
    byte[] onnx = OnnxExport.onnx(new Ensemble(List.of(teacher), Mirroring.NONE));
    List<String> outputs = NETWORK.heads().stream().map(Network.Head::output).toList();
    try (OnnxTeacher file = OnnxTeacher.open(onnx, outputs, 1)) {
      Teaching teaching = new Teaching(List.of(teacher), List.of(file));
      Recipe recipe = recipe(2, bfloat16, 7);

      TorchTrainer.Outcome one = train(folder.resolve("one"), recipe, teaching);
      TorchTrainer.Outcome again = train(folder.resolve("again"), recipe, teaching);
      TorchTrainer.Outcome other = train(folder.resolve("other"), recipe(2, bfloat16, 8), teaching);

      assertThat(curve(again)).isEqualTo(curve(one));
      assertThat(again.weights().get("trunk.1.weight"))
          .isEqualTo(one.weights().get("trunk.1.weight"));
      assertThat(curve(other)).isNotEqualTo(curve(one));
    }
  }

  private static TorchTrainer.Outcome train(Path folder, Recipe recipe, Teaching teaching)
      throws IOException {
    return new TorchTrainer(NETWORK, recipe, Optional.empty(), teaching, folder)
        .train(bars(192, 1), bars(96, 2), 1, new Log());
  }

  /** All of the history but the time that it took. */
  private static List<List<Object>> curve(TorchTrainer.Outcome outcome) {
    return outcome.history().stream()
        .map(
            epoch ->
                List.<Object>of(epoch.trainingLoss(), epoch.validationLoss(), epoch.accuracies()))
        .toList();
  }

  @Test
  void refusesASecondHeadThatWouldLearnNothing() {
    Recipe recipe = recipe(1, OptimizerSettings.Kind.ADAM, 0);

    assertThatThrownBy(() -> train(folder, recipe, new Log()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "second head is 0, but must be above 0: the head of second would learn nothing");
  }

  @ParameterizedTest
  @EnumSource(OptimizerSettings.Kind.class)
  void everyOptimizerLowersTheLoss(OptimizerSettings.Kind kind) throws IOException {
    List<Double> losses = losses(train(folder, recipe(2, kind), new Log()));

    assertThat(losses.get(1)).isLessThan(losses.get(0));
  }

  @Test
  void beginsWithGivenWeights() throws IOException {
    Recipe recipe = recipe(4, OptimizerSettings.Kind.MOMENTUM);
    TorchTrainer.Outcome first = train(folder.resolve("first"), recipe, new Log());

    TorchTrainer.Outcome second =
        new TorchTrainer(
                NETWORK,
                recipe,
                Optional.of(first.weights()),
                Teaching.NONE,
                folder.resolve("second"))
            .train(bars(192, 1), bars(96, 2), 1, new Log());

    assertThat(losses(second).get(0)).isLessThan(losses(first).get(0));
  }

  @Test
  void stopsBetweenTwoStepsWhenInterruptedAndGoesOnWhereItWas() throws IOException {
    Recipe recipe = recipe(3, OptimizerSettings.Kind.MOMENTUM);
    Path stopped = folder.resolve("stopped");
    assertThatThrownBy(() -> train(folder.resolve("last"), recipe, interruptingAt(3, LAST_STEP)))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("stopped after epoch 3; the same command goes on from there");
    assertThat(train(folder.resolve("last"), recipe, new Log()).history()).hasSize(3);

    assertThatThrownBy(() -> train(stopped, recipe, interruptingAt(2, 1)))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("stopped in epoch 2; the same command goes on after epoch 1");

    assertThat(losses(train(stopped, recipe, new Log())))
        .isEqualTo(losses(train(folder.resolve("whole"), recipe, new Log())));
  }

  private static Log interruptingAt(int atEpoch, int atStep) {
    return new Log() {
      @Override
      public void step(int epoch, int step, int steps, double loss) {
        if (epoch == atEpoch && step == (atStep == LAST_STEP ? steps : atStep)) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  @Test
  void learnsFromATeacherWithoutAnyLabel() throws IOException {
    Recipe recipe = recipe(8, OptimizerSettings.Kind.MOMENTUM);
    TorchTrainer.Outcome teacher = train(folder.resolve("teacher"), recipe, new Log());
    TrainingFaces labelled = bars(192, 1);
    List<float[]> none = new ArrayList<>();
    labelled.pixels().forEach(face -> none.add(null));
    HeadLabels unlabelled = new HeadLabels(none, new int[192], new float[] {1, 1, 1});

    TorchTrainer.Outcome taught =
        new TorchTrainer(
                NETWORK,
                taught(recipe),
                Optional.empty(),
                new Teaching(List.of(new TrainedNetwork(NETWORK, teacher.weights())), List.of()),
                folder.resolve("taught"))
            .train(
                new TrainingFaces(labelled.pixels(), List.of(unlabelled, unlabelled)),
                bars(96, 2),
                1,
                new Log());

    assertThat(taught.history().get(7).accuracies().get(0)).isGreaterThan(0.9);
  }

  @Test
  void anExportedTeacherTeachesWhatItsNetworkWould() throws IOException {
    Recipe recipe = recipe(3, OptimizerSettings.Kind.MOMENTUM);
    TrainedNetwork network =
        new TrainedNetwork(NETWORK, train(folder.resolve("teacher"), recipe, new Log()).weights());
    byte[] onnx = OnnxExport.onnx(new Ensemble(List.of(network), Mirroring.NONE));
    List<String> outputs = NETWORK.heads().stream().map(Network.Head::output).toList();

    List<Double> byNetwork = taughtBy(new Teaching(List.of(network), List.of()), "network");
    List<Double> byFile;
    try (OnnxTeacher file = OnnxTeacher.open(onnx, outputs, 1)) {
      byFile = taughtBy(new Teaching(List.of(), List.of(file)), "file");
    }

    for (int epoch = 0; epoch < byNetwork.size(); epoch++) {
      assertThat(byFile.get(epoch)).isCloseTo(byNetwork.get(epoch), within(0.02));
    }
    assertThat(byFile.get(2)).isLessThan(byFile.get(0));
  }

  private List<Double> taughtBy(Teaching teaching, String name) throws IOException {
    Recipe recipe = taught(recipe(3, OptimizerSettings.Kind.MOMENTUM));
    return losses(
        new TorchTrainer(NETWORK, recipe, Optional.empty(), teaching, folder.resolve(name))
            .train(bars(192, 1), bars(96, 2), 1, new Log()));
  }

  private static List<Layer> trunk() {
    Layer relu = new Layer.Activation(Layer.Activation.Kind.RELU, 0);
    return List.of(
        new Layer.Standardise(8),
        new Layer.Conv(8, 5, 2, true, false),
        new Layer.BatchNorm(),
        relu,
        new Layer.Conv(16, 3, 2, true, false),
        new Layer.BatchNorm(),
        relu,
        new Layer.GlobalAverage(),
        new Layer.Dropout(0.1));
  }

  private static Network.Head head(String output) {
    return new Network.Head(output, CLASSES, List.of(new Layer.Dense(CLASSES)));
  }

  private static TorchTrainer.Outcome train(Path folder, Recipe recipe, TrainingListener listener)
      throws IOException {
    return new TorchTrainer(NETWORK, recipe, Optional.empty(), Teaching.NONE, folder)
        .train(bars(192, 1), bars(96, 2), 1, listener);
  }

  private static List<Double> losses(TorchTrainer.Outcome outcome) {
    return outcome.history().stream().map(EpochResult::trainingLoss).toList();
  }

  private static Recipe recipe(int epochs, OptimizerSettings.Kind kind) {
    return recipe(epochs, kind, 0.5);
  }

  private static Recipe recipe(int epochs, OptimizerSettings.Kind kind, double secondHead) {
    double rate = kind == OptimizerSettings.Kind.MOMENTUM ? 0.05 : 0.001;
    return recipe(epochs, new OptimizerSettings(kind, rate, 0.9, 1e-4), secondHead, 0, false, 7);
  }

  /** Half of it from teachers. */
  private static Recipe recipe(int epochs, boolean bfloat16, long seed) {
    return recipe(
        epochs,
        new OptimizerSettings(OptimizerSettings.Kind.MOMENTUM, 0.05, 0.9, 1e-4),
        0.5,
        0.5,
        bfloat16,
        seed);
  }

  private static Recipe taught(Recipe recipe) {
    return recipe(recipe.epochs(), recipe.optimizer(), 0.5, 1, false, 7);
  }

  private static Recipe recipe(
      int epochs,
      OptimizerSettings optimizer,
      double secondHead,
      double teaching,
      boolean bfloat16,
      long seed) {
    return new Recipe(
        epochs,
        16,
        optimizer,
        LearningRateSchedule.ONE_CYCLE,
        LossKind.CROSS_ENTROPY,
        0.1,
        secondHead,
        0.2,
        0.9,
        teaching,
        0,
        AugmentationPlan.parse("shift=0.1"),
        bfloat16,
        seed);
  }

  private static TrainingFaces bars(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> pixels = new ArrayList<>();
    List<float[]> targets = new ArrayList<>();
    int[] truths = new int[count];
    for (int i = 0; i < count; i++) {
      truths[i] = i % CLASSES;
      pixels.add(bar(truths[i], random));
      float[] target = new float[CLASSES];
      target[truths[i]] = 1;
      targets.add(target);
    }
    HeadLabels labels = new HeadLabels(targets, truths, new float[] {1, 1, 1});
    return new TrainingFaces(pixels, List.of(labels, labels));
  }

  private static byte[] bar(int kind, SplittableRandom random) {
    byte[] face = new byte[48 * 48];
    for (int i = 0; i < face.length; i++) {
      face[i] = (byte) random.nextInt(80);
    }
    int at = 12 + random.nextInt(24);
    for (int i = 8; i < 40; i++) {
      for (int wide = 0; wide < 3; wide++) {
        if (kind != 0) {
          face[(at + wide) * 48 + i] = (byte) 200;
        }
        if (kind != 1) {
          face[i * 48 + at + wide] = (byte) 200;
        }
      }
    }
    return face;
  }

  private static class Log implements TrainingListener {
    final List<EpochResult> epochs = new ArrayList<>();

    @Override
    public void step(int epoch, int step, int steps, double loss) {
      assertThat(step).isBetween(1, steps);
    }

    @Override
    public void epoch(EpochResult result) throws IOException {
      epochs.add(result);
    }
  }

  private static final class StopAfter extends Log {
    private final int last;

    StopAfter(int last) {
      this.last = last;
    }

    @Override
    public void epoch(EpochResult result) throws IOException {
      if (result.epoch() == last) {
        throw new IOException("stopped by the test");
      }
    }
  }
}
