package io.moodline.trainer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.trainer.network.Ensemble;
import io.moodline.trainer.network.HeadPlan;
import io.moodline.trainer.network.Layer;
import io.moodline.trainer.network.Mirroring;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.Networks;
import io.moodline.trainer.network.TrainedNetwork;
import io.moodline.trainer.network.WeightSpec;
import io.moodline.trainer.network.Weights;
import io.moodline.trainer.torch.TorchAnswers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxExportTest {

  private static final List<HeadPlan> HEADS =
      List.of(new HeadPlan("logits", 8), new HeadPlan("fer2013", 7));

  /** Of the largest logit: the 0.0001 of a trained network, whose logits are up to some 10. */
  private static final double PARITY = 1e-5;

  @ParameterizedTest
  @EnumSource(Networks.class)
  void onnxRuntimeAnswersAsLibtorchDoes(Networks networks) {
    Network network = slim(networks.build(HEADS));
    List<byte[]> faces = faces(100);
    Ensemble one =
        new Ensemble(List.of(new TrainedNetwork(network, random(network, 3))), Mirroring.NONE);

    List<float[][]> torch = TorchAnswers.logits(one, faces);
    List<float[][]> onnx = onnx(OnnxExport.onnx(one), faces, network.inputSize());

    assertThat(torch.get(0)[0]).hasSize(8);
    assertThat(torch.get(1)[0]).hasSize(7);
    assertThat(torch.get(0)[0]).isNotEqualTo(torch.get(0)[1]);
    assertThat(Parity.distance(torch, onnx)).isLessThan(PARITY * largest(torch));
  }

  @ParameterizedTest
  @EnumSource(Mirroring.class)
  void severalNetworksAndMirrorImagesAnswerTogether(Mirroring mirroring) {
    Network network = Networks.MINI_XCEPTION.build(HEADS);
    Network other = Networks.MOODNET_SMALL.build(HEADS);
    TrainedNetwork first = new TrainedNetwork(network, random(network, 3));
    TrainedNetwork second = new TrainedNetwork(other, random(other, 4));
    List<byte[]> faces = faces(3);
    Ensemble both = new Ensemble(List.of(first, second), mirroring);

    List<float[][]> torch = TorchAnswers.logits(both, faces);
    List<float[][]> onnx = onnx(OnnxExport.onnx(both), faces, 48);

    assertThat(Parity.distance(torch, onnx)).isLessThan(PARITY * largest(torch));
    float one = answer(new Ensemble(List.of(first), Mirroring.NONE), faces);
    float two = answer(new Ensemble(List.of(second), Mirroring.NONE), faces);
    float rest = 2 * torch.get(0)[0][0] - one;
    assertThat(Math.abs(rest - two) < 1e-3 * largest(torch))
        .as("the second judges the face alone")
        .isEqualTo(mirroring == Mirroring.NONE);
  }

  private static float answer(Ensemble ensemble, List<byte[]> faces) {
    return TorchAnswers.logits(ensemble, faces).get(0)[0][0];
  }

  @Test
  void eightBitsAnswerNearlyTheSame() {
    Network network = Networks.MOODNET_SMALL.build(HEADS);
    List<byte[]> faces = faces(64);
    Ensemble one =
        new Ensemble(List.of(new TrainedNetwork(network, random(network, 3))), Mirroring.NONE);
    byte[] onnx = OnnxExport.onnx(one);

    byte[] whole = Int8.of(onnx, TorchAnswers.input(faces, 48), 48);

    List<float[][]> exact = onnx(onnx, faces, 48);
    double distance = Parity.distance(exact, onnx(whole, faces, 48));
    assertThat(distance).isBetween(1e-6, 0.05 * largest(exact));
    assertThat(whole.length).isLessThan(onnx.length / 3);
  }

  @Test
  void refusesWeightsOfAnotherNetworkAndNetworksThatAnswerOtherwise() {
    Network small = Networks.MOODNET_SMALL.build(HEADS);
    Weights others = random(Networks.MINI_XCEPTION.build(HEADS), 3);
    Network seven = Networks.MOODNET_SMALL.build(List.of(new HeadPlan("logits", 7)));

    assertThatThrownBy(() -> new TrainedNetwork(small, others))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trunk.");
    assertThatThrownBy(
            () ->
                new Ensemble(
                    List.of(
                        new TrainedNetwork(small, random(small, 1)),
                        new TrainedNetwork(seven, random(seven, 1))),
                    Mirroring.NONE))
        .hasMessageContaining("do not answer the same");
    assertThatThrownBy(() -> Int8.of(new byte[] {1, 2, 3}, new float[48 * 48], 48))
        .hasMessage("this is no ONNX file");
  }

  private static List<float[][]> onnx(byte[] file, List<byte[]> faces, int size) {
    return Parity.logits(file, TorchAnswers.input(faces, size), size, List.of("logits", "fer2013"));
  }

  @ParameterizedTest
  @EnumSource(Networks.class)
  void allButOneHaveConvolutionsForEightBits(Networks networks) {
    assertThat(Int8.suits(networks.build(HEADS)))
        .isEqualTo(networks != Networks.DUBOVYI_GRADIENT_FNN);
  }

  @Test
  void refusesAFileWithoutConvolutionsForEightBits() {
    Network network = slim(Networks.DUBOVYI_GRADIENT_FNN.build(HEADS));
    byte[] onnx =
        OnnxExport.onnx(
            new Ensemble(List.of(new TrainedNetwork(network, random(network, 3))), Mirroring.NONE));

    assertThatThrownBy(() -> Int8.of(onnx, new float[70 * 70], 70))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no convolution to be computed in 8 bits");
  }

  /** The dense layers of two of them fill gigabytes; fewer outputs are computed no differently. */
  private static Network slim(Network network) {
    if (network.parameters() < 5_000_000) {
      return network;
    }
    return new Network(
        network.name(),
        network.inputSize(),
        network.trunk().stream()
            .map(layer -> layer instanceof Layer.Dense ? new Layer.Dense(20) : layer)
            .toList(),
        network.heads());
  }

  private static double largest(List<float[][]> logits) {
    double largest = 1;
    for (float[][] head : logits) {
      for (float[] face : head) {
        for (float logit : face) {
          largest = Math.max(largest, Math.abs(logit));
        }
      }
    }
    return largest;
  }

  /** Weights in which no two channels are alike, running statistics among them. */
  private static Weights random(Network network, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, float[]> arrays = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] numbers = new float[spec.elements()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] =
            switch (spec.kind()) {
              case WEIGHT -> (float) (random.nextGaussian() * Math.sqrt(2.0 / spec.fanIn()));
              case FACTOR, VARIANCE -> (float) (0.5 + random.nextDouble());
              case BIAS, MEAN -> (float) (0.2 * random.nextGaussian());
            };
      }
      arrays.put(spec.name(), numbers);
    }
    return new Weights(arrays);
  }

  private static List<byte[]> faces(int count) {
    SplittableRandom random = new SplittableRandom(4);
    List<byte[]> faces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] face = new byte[48 * 48];
      random.nextBytes(face);
      faces.add(face);
    }
    return faces;
  }
}
