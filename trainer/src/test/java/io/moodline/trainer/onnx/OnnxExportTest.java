package io.moodline.trainer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.trainer.network.HeadPlan;
import io.moodline.trainer.network.Layer;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.Networks;
import io.moodline.trainer.network.WeightSpec;
import io.moodline.trainer.network.Weights;
import io.moodline.trainer.torch.TorchTrainer;
import io.moodline.trainer.torch.TorchTrainer.Trained;
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

  @ParameterizedTest
  @EnumSource(Networks.class)
  void onnxRuntimeAnswersAsLibtorchDoes(Networks networks) {
    Network network = slim(networks.build(HEADS));
    Weights weights = random(network);
    List<byte[]> faces = faces(5);

    List<float[][]> torch = TorchTrainer.logits(new Trained(network, weights), faces);
    List<float[][]> onnx =
        Parity.logits(
            OnnxExport.onnx(network, weights),
            TorchTrainer.input(faces, network.inputSize()),
            network.inputSize(),
            List.of("logits", "fer2013"));

    assertThat(torch.get(0)[0]).hasSize(8);
    assertThat(torch.get(1)[0]).hasSize(7);
    assertThat(torch.get(0)[0]).isNotEqualTo(torch.get(0)[1]);
    assertThat(Parity.distance(torch, onnx)).isLessThan(1e-3 * largest(torch));
  }

  @Test
  void refusesWeightsOfAnotherNetwork() {
    Network small = Networks.MOODNET_SMALL.build(HEADS);
    Weights others = random(Networks.MINI_XCEPTION.build(HEADS));

    assertThatThrownBy(() -> OnnxExport.onnx(small, others))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trunk.");
  }

  /** The dense layers of two of them fill gigabytes; fewer outputs are computed no differently. */
  private static Network slim(Network network) {
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
  private static Weights random(Network network) {
    SplittableRandom random = new SplittableRandom(3);
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
