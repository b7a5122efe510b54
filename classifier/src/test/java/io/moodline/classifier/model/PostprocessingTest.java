package io.moodline.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostprocessingTest {

  private static final Offset<Float> EXACT = within(1e-6f);
  private static final float LN2 = (float) Math.log(2);

  // Happiness, sadness and anger are outputs 0, 1 and 2; among the emotions they are 1, 3 and 4.
  private static final CardJson LOGITS = CardJson.good();
  private static final CardJson PROBABILITIES = LOGITS.with("output.kind", "\"probabilities\"");

  @Test
  void softmaxByHand() {
    // exp: 2, 1, 1; sum 4.
    assertProbabilities(of(LOGITS, LN2, 0, 0), 0.5f, 0.25f, 0.25f);
  }

  @Test
  void temperatureDividesLogits() {
    // exp(ln 2 * 2 / 2) = 2.
    CardJson warm = LOGITS.with("output.temperature", "2");
    assertProbabilities(of(warm, 2 * LN2, 0, 0), 0.5f, 0.25f, 0.25f);
  }

  @Test
  void probabilitiesStay() {
    assertProbabilities(of(PROBABILITIES, 0.7f, 0.3f, 0), 0.7f, 0.3f, 0);
  }

  @Test
  void temperatureOfProbabilitiesIsARoot() {
    // Roots of 0.64, 0.32 (left out) and 0.36: with 0.64 and 0.36 these are 0.8 and 0.6, of 1.4.
    CardJson warm = PROBABILITIES.with("output.temperature", "2");
    assertProbabilities(of(warm, 0.64f, 0, 0.36f), 0.8f / 1.4f, 0, 0.6f / 1.4f);
  }

  @Test
  void whatSmoothingSpreadOverTheKnownLabelsIsTakenOff() {
    // 0.1 from each of three: 0.7, 0.2 and 0.1 - of which a fortieth stays - to 0.6, 0.1, 0.0025.
    CardJson smooth = PROBABILITIES.with("output.smoothing", "0.3");
    assertProbabilities(
        of(smooth, 0.7f, 0.2f, 0.1f), 0.6f / 0.7025f, 0.1f / 0.7025f, 0.0025f / 0.7025f);
    // Of two that are known it was 0.15 each: 0.75 and 0.25 to 0.6 and 0.1.
    CardJson two =
        smooth
            .with("labels", "[\"happy\", \"sad\", \"unknown\"]")
            .with("mapping", "{\"unknown\": \"IGNORED\"}");
    assertProbabilities(of(two, 0.6f, 0.2f, 0.2f), 0.6f / 0.7f, 0.1f / 0.7f, 0);
  }

  @Test
  void labelsOfOneMeaningAreSummed() {
    CardJson merged =
        LOGITS
            .with("labels", "[\"happy\", \"glad\", \"sad\"]")
            .with("mapping", "{\"glad\": \"HAPPINESS\"}");
    assertProbabilities(of(merged, 0, 0, LN2), 0.5f, 0.5f, 0);
  }

  @Test
  void ignoredLabelsLeaveTheirShareToTheOthers() {
    CardJson ignoring =
        PROBABILITIES
            .with("labels", "[\"happy\", \"sad\", \"unknown\"]")
            .with("mapping", "{\"unknown\": \"IGNORED\"}");
    assertProbabilities(of(ignoring, 0.3f, 0.1f, 0.6f), 0.75f, 0.25f, 0);
    assertThatThrownBy(() -> of(ignoring, 0, 0, 1))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("probability 0 to every label");
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    assertProbabilities(of(LOGITS, Float.MAX_VALUE, 0, -Float.MAX_VALUE), 1, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNoNumberIsRefused(float value) {
    assertThatThrownBy(() -> of(LOGITS, 0, value, 0))
        .isInstanceOf(ModelException.class)
        .hasMessage("model tiny gave " + value + " for SADNESS");
    assertThatThrownBy(() -> of(PROBABILITIES, 0, 1, value)).isInstanceOf(ModelException.class);
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> of(PROBABILITIES, 1.5f, -0.5f, 0))
        .hasMessageContaining("gave 1.5 for happy, but its card's output.kind is PROBABILITIES");
    assertThatThrownBy(() -> of(PROBABILITIES, 0.5f, 0.25f, 0))
        .hasMessageContaining("numbers that sum to 0.75");
  }

  @Test
  void anotherCountOfOutputsIsRefused() {
    assertThatThrownBy(() -> of(LOGITS, 1, 2))
        .hasMessageContaining("2 numbers")
        .hasMessageContaining("3 labels");
  }

  @Property
  void resultsAreProbabilities(
      @ForAll @Size(3) List<@FloatRange(min = -1e6f, max = 1e6f) Float> logits,
      @ForAll @DoubleRange(min = 0.05, max = 20) double temperature) {
    float[] p = of(LOGITS.with("output.temperature", Double.toString(temperature)), array(logits));
    float sum = 0;
    for (float value : p) {
      assertThat(value).isBetween(0f, 1f);
      sum += value;
    }
    assertThat(sum).isCloseTo(1, within(1e-5f));
  }

  @Property
  void addingTheSameToAllLogitsChangesNothing(
      @ForAll @Size(3) List<@FloatRange(min = -10, max = 10) Float> logits,
      @ForAll @FloatRange(min = -10, max = 10) float shift) {
    float[] shifted = array(logits.stream().map(logit -> logit + shift).toList());
    assertThat(of(LOGITS, shifted)).containsExactly(of(LOGITS, array(logits)), within(1e-4f));
  }

  @Property
  void temperatureKeepsTheOrder(
      @ForAll @Size(3) List<@FloatRange(min = -10, max = 10) Float> logits,
      @ForAll @DoubleRange(min = 0.1, max = 10) double temperature) {
    float[] cold = of(LOGITS, array(logits));
    float[] warm =
        of(LOGITS.with("output.temperature", Double.toString(temperature)), array(logits));
    for (int a = 0; a < cold.length; a++) {
      for (int b = 0; b < cold.length; b++) {
        if (cold[a] > cold[b]) {
          assertThat(warm[a]).isGreaterThanOrEqualTo(warm[b]);
        }
      }
    }
  }

  private static float[] array(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }

  private static float[] of(CardJson card, float... outputs) {
    return new Postprocessing(card.read()).probabilities(outputs);
  }

  private static void assertProbabilities(
      float[] actual, float happiness, float sadness, float anger) {
    assertThat(actual)
        .containsExactly(new float[] {0, happiness, 0, sadness, anger, 0, 0, 0}, EXACT);
  }
}
