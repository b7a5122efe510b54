package io.moodline.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValenceWeightsTest {

  private final ValenceWeights weights = ValenceWeights.parse(ValenceWeights.DEFAULT);

  @Test
  void certainHappinessIsFullSatisfaction() {
    double[] happy = {0, 1, 0, 0, 0, 0, 0, 0};
    assertThat(weights.valence(happy)).isEqualTo(1);
    assertThat(weights.satisfaction(happy)).isEqualTo(100);
  }

  @Test
  void aMixtureIsWeighed() {
    // 0.5 * 0 + 0.25 * 1 + 0.25 * -0.8 = 0.05, so 50 * 1.05.
    double[] mixed = {0.5, 0.25, 0, 0.25, 0, 0, 0, 0};
    assertThat(weights.satisfaction(mixed)).isCloseTo(52.5, within(1e-9));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> ValenceWeights.parse("joy=1"))
        .hasMessageContaining("\"joy\"")
        .hasMessageContaining("happiness");
    assertThatThrownBy(() -> ValenceWeights.parse("anger=-3"))
        .hasMessageContaining("anger")
        .hasMessageContaining("-1 to 1");
    assertThatThrownBy(() -> ValenceWeights.parse("anger=-1,fear"))
        .hasMessageContaining("\"fear\"");
    assertThatThrownBy(() -> ValenceWeights.parse("anger=-1"))
        .hasMessageContaining("no weight for neutral, happiness");
  }
}
