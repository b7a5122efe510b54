package io.moodline.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworksTest {

  private static final List<HeadPlan> TWO =
      List.of(new HeadPlan("logits", 8), new HeadPlan("fer2013", 7));

  @ParameterizedTest
  @EnumSource(Networks.class)
  void everyNetworkFitsTogetherAndIsFoundByItsName(Networks networks) {
    Network network = networks.build(TWO);

    assertThat(Networks.of(networks.networkName())).isEqualTo(networks);
    assertThat(network.heads())
        .extracting(Network.Head::output)
        .containsExactly("logits", "fer2013");
    assertThat(network.weights()).extracting(WeightSpec::name).doesNotHaveDuplicates();
    assertThat(network.parameters()).isPositive();
  }

  /** Worked by hand from the layers' definitions. */
  @Test
  void countsWeightsAndMultiplications() {
    Network network =
        new Network(
            "tiny",
            48,
            List.of(
                new Layer.Conv(4, 3, 2, true, true),
                new Layer.BatchNorm(),
                new Layer.Conv(0, 3, 1, false, false),
                new Layer.SqueezeExcite(4, 2),
                new Layer.GlobalAverage()),
            List.of(new Network.Head("logits", 3, List.of(new Layer.Dense(3)))));

    // conv 4x9+4, norm 4+4, depthwise 4x9, squeeze 4x2+2, excite 2x4+4, dense 4x3+3
    assertThat(network.parameters()).isEqualTo(40 + 8 + 36 + 10 + 12 + 15);
    // conv to 4x24x24, depthwise to 4x22x22, then the dense layers
    assertThat(network.multiplications()).isEqualTo(4 * 24 * 24 * 9 + 4 * 22 * 22 * 9 + 8 + 8 + 12);
  }

  @Test
  void theDenseLayersOfTheGradientNetworkAreAsPublished() {
    Network network = Networks.DUBOVYI_GRADIENT_FNN.build(List.of(new HeadPlan("logits", 6)));

    assertThat(network.weights())
        .filteredOn(spec -> spec.kind() == WeightSpec.Kind.WEIGHT)
        .extracting(WeightSpec::shape)
        .containsExactly(List.of(12_000, 4_900), List.of(4_900, 12_000), List.of(6, 4_900));
  }

  @Test
  void refusesLayersThatDoNotFit() {
    Network.Head head = new Network.Head("logits", 3, List.of(new Layer.Dense(3)));

    assertThatThrownBy(() -> new Network("flat", 48, List.of(), List.of(head)))
        .hasMessageContaining("logits.0: a dense layer takes a vector");
    assertThatThrownBy(
            () ->
                new Network(
                    "sum",
                    48,
                    List.of(
                        new Layer.Residual(List.of(new Layer.MaxPool(2, 2, 0)), List.of()),
                        new Layer.GlobalAverage()),
                    List.of(head)))
        .hasMessageContaining("cannot add");
    assertThatThrownBy(
            () ->
                new Network(
                    "small", 4, List.of(new Layer.Conv(1, 5, 1, false, false)), List.of(head)))
        .hasMessageContaining("a filter of 5 pixels does not fit");
    assertThatThrownBy(
            () ->
                new Network(
                    "wrong",
                    48,
                    List.of(new Layer.GlobalAverage()),
                    List.of(new Network.Head("logits", 4, List.of(new Layer.Dense(3))))))
        .hasMessageContaining("wrong: logits gives");
  }

  @Test
  void dropoutCanBeChanged() {
    Network network = Networks.MOODNET.build(TWO).withDropout(0.25);

    assertThat(network.trunk()).contains(new Layer.Dropout(0.25));
    assertThatThrownBy(() -> network.withDropout(1)).hasMessageContaining("dropout is 1.0");
  }

  @Test
  void anUnknownNameIsAnsweredByAllKnownOnes() {
    assertThatThrownBy(() -> Networks.of("resnet"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "network is \"resnet\", but must be one of moodnet, moodnet-small, mini-xception,"
                + " gudi-cnn, dubovyi-cnn, dubovyi-gradient-fnn, oleniuk-cnn, happy-sad-cnn");
  }

  @Test
  void evenFiltersKeepTheSize() {
    Layer.Conv eight = new Layer.Conv(22, 8, 1, true, true);

    assertThat(eight.before()).isEqualTo(3);
    assertThat(eight.behind()).isEqualTo(4);
    assertThat(new ShapeOps().conv("conv", new Shape(1, 48, 48), eight))
        .isEqualTo(new Shape(22, 48, 48));
  }
}
