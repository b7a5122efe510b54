package io.moodline.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelCardWriterTest {

  static List<ModelCard> cards() {
    CardJson good = CardJson.good();
    return List.of(
        good.read(),
        Models.bundled().card(),
        good.without("crop.landmarks").read(),
        good.with("labels", "[\"happy\", \"none of these\", \"sad or angry\"]")
            .with("mapping", "{\"none of these\": \"IGNORED\", \"sad or angry\": \"SADNESS\"}")
            .read(),
        // A common name that this card gives another meaning.
        good.with("mapping", "{\"happy\": \"SURPRISE\"}").read(),
        good.with("input.channels", "3")
            .with("input.order", "\"bgr\"")
            .with("input.mean", "[1.5, 2, 3]")
            .with("input.std", "[1, 2, 0.1]")
            .with("output.kind", "\"probabilities\"")
            .read());
  }

  @ParameterizedTest
  @MethodSource("cards")
  void whatIsWrittenIsReadAsTheSame(ModelCard card) {
    assertThat(ModelCardReader.read("written", ModelCardWriter.write(card))).isEqualTo(card);
  }

  @Test
  void theTextIsForPeopleToo() {
    String text = new String(ModelCardWriter.write(CardJson.good().read()), StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("{\n  \"format\" : 1,\n  \"name\" : \"tiny\",\n")
        .contains("\"rightEye\" : {")
        .doesNotContain("mapping")
        .endsWith("}\n");
  }

  @Test
  void aCardThatCouldNotBeReadIsNotWritten() {
    ModelCard card = CardJson.good().read();
    ModelCard spoilt =
        new ModelCard(
            "two words",
            card.version(),
            card.file(),
            card.sha256(),
            card.labels(),
            card.input(),
            card.output(),
            card.crop(),
            card.licence(),
            card.training(),
            card.measured());
    assertThatThrownBy(() -> ModelCardWriter.write(spoilt))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("name is \"two words\"");
  }

  @Property(tries = 100)
  void numbersSurvive(
      @ForAll("temperatures") double temperature,
      @ForAll @DoubleRange(min = 0, max = 0.5) double smoothing,
      @ForAll @DoubleRange(min = -0.4, max = 2) double margin,
      @ForAll @IntRange(min = 8, max = 512) int width) {
    ModelCard card =
        CardJson.good()
            .with("output.temperature", Double.toString(temperature))
            .with("output.smoothing", Double.toString(smoothing))
            .with("crop.margin", Double.toString(margin))
            .with("crop.width", Integer.toString(width))
            .read();
    assertThat(ModelCardReader.read("written", ModelCardWriter.write(card))).isEqualTo(card);
  }

  @Provide
  Arbitrary<Double> temperatures() {
    return Arbitraries.doubles().between(0.01, 100).ofScale(12);
  }
}
