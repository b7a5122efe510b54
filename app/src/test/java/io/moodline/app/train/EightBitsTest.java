package io.moodline.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.trainer.network.Ensemble;
import io.moodline.trainer.network.HeadPlan;
import io.moodline.trainer.network.Mirroring;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.Networks;
import io.moodline.trainer.network.TrainedNetwork;
import io.moodline.trainer.network.WeightSpec;
import io.moodline.trainer.network.Weights;
import io.moodline.trainer.onnx.OnnxExport;
import io.moodline.trainer.torch.TorchAnswers;
import io.moodline.trainer.training.TrainingFaces;
import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network of random weights, judged by its own answers: so it is right before it has 8 bits. */
class EightBitsTest {

  private static final int FACES = 600;

  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);
  private byte[] onnx;
  private List<byte[]> faces;
  private final int[] answers = new int[FACES];

  @BeforeEach
  void network() {
    Network network = Networks.HAPPY_SAD_CNN.build(List.of(new HeadPlan("logits", 2)));
    faces = noise();
    // Without a shift it gives all faces the same answer: a random network knows no dark and light.
    float[] leads = leads(ensemble(network, 0), faces);
    float[] sorted = leads.clone();
    Arrays.sort(sorted);
    Ensemble one = ensemble(network, (sorted[FACES / 2 - 1] + sorted[FACES / 2]) / 2);
    onnx = OnnxExport.onnx(one);
    leads = leads(one, faces);
    for (int i = 0; i < FACES; i++) {
      answers[i] = leads[i] > 0 ? 1 : 0;
    }
    assertThat(Arrays.stream(answers).sum()).isEqualTo(FACES / 2);
  }

  @Test
  void whatStaysAsItWasIsGiven() throws IOException {
    byte[] whole = new EightBits(48, List.of("logits")).of(onnx, faces(faces), faces(faces), out);

    assertThat(whole).isNotEqualTo(onnx);
    assertThat(text.toString())
        .contains("in 8 bits: validation accuracy")
        .contains("before 1.0000");
  }

  /** Ranges that were measured on black faces hold nothing of what others give. */
  @Test
  void aRuinedFileIsRefusedWithTheFigures() {
    List<byte[]> black = faces.stream().map(face -> new byte[face.length]).toList();

    assertThatThrownBy(
            () -> new EightBits(48, List.of("logits")).of(onnx, faces(black), faces(faces), out))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("8 bits ruin this model, and nothing was written: logits on the")
        .hasMessageContaining("before 1.0000 (may fall by 0.02)")
        .hasMessageEndingWith("It can be exported without --int8.");
  }

  /** As class folders come: 512 and more of the first class, all of them black. */
  @Test
  void rangesComeFromAllClasses() throws IOException {
    List<byte[]> sorted = new ArrayList<>();
    IntStream.range(0, FACES).forEach(i -> sorted.add(new byte[48 * 48]));
    sorted.addAll(faces);
    int[] truths = new int[2 * FACES];
    Arrays.fill(truths, FACES, 2 * FACES, 1);

    byte[] whole =
        new EightBits(48, List.of("logits")).of(onnx, faces(sorted, truths), faces(faces), out);

    assertThat(whole).isNotEqualTo(onnx);
  }

  /** Random weights; the first class gets an advantage. */
  private static Ensemble ensemble(Network network, float advantage) {
    Map<String, float[]> arrays = weights(network);
    // The last bias is the head's, one for each class.
    List<String> names =
        network.weights().stream()
            .filter(spec -> spec.kind() == WeightSpec.Kind.BIAS)
            .map(WeightSpec::name)
            .toList();
    arrays.put(names.get(names.size() - 1), new float[] {advantage, 0});
    return new Ensemble(List.of(new TrainedNetwork(network, new Weights(arrays))), Mirroring.NONE);
  }

  private static Map<String, float[]> weights(Network network) {
    SplittableRandom random = new SplittableRandom(3);
    Map<String, float[]> arrays = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] numbers = new float[spec.elements()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] =
            switch (spec.kind()) {
              case WEIGHT -> (float) (random.nextGaussian() * Math.sqrt(2.0 / spec.fanIn()));
              case FACTOR, VARIANCE -> 1;
              case BIAS, MEAN -> 0;
            };
      }
      arrays.put(spec.name(), numbers);
    }
    return arrays;
  }

  private TrainingFaces faces(List<byte[]> pixels) {
    return faces(pixels, answers);
  }

  private static TrainingFaces faces(List<byte[]> pixels, int[] truths) {
    return new TrainingFaces(
        pixels, List.of(new HeadLabels(List.of(), truths, new float[] {1, 1})));
  }

  /** How far the second class is before the first. */
  private static float[] leads(Ensemble ensemble, List<byte[]> faces) {
    float[][] logits = TorchAnswers.logits(ensemble, faces).get(0);
    float[] leads = new float[logits.length];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = logits[i][1] - logits[i][0];
    }
    return leads;
  }

  /** Dark and light faces by turns. */
  private static List<byte[]> noise() {
    SplittableRandom random = new SplittableRandom(4);
    List<byte[]> faces = new ArrayList<>();
    for (int i = 0; i < FACES; i++) {
      byte[] face = new byte[48 * 48];
      int low = i % 2 == 0 ? 20 : 160;
      for (int p = 0; p < face.length; p++) {
        face[p] = (byte) (low + random.nextInt(56));
      }
      faces.add(face);
    }
    return faces;
  }
}
