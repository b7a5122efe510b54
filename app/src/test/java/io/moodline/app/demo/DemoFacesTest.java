package io.moodline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.facebasis.FaceBasis;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DemoFacesTest {

  private final FaceBasis basis = DemoFaces.load();

  DemoFacesTest() throws IOException {}

  @Test
  void everyMeanIsOfManyFaces() {
    assertThat(basis.classMeans()).containsOnlyKeys(Emotion.values());
    assertThat(basis.classMeans().values())
        .allSatisfy(mean -> assertThat(mean.faces()).isGreaterThanOrEqualTo(500));
  }

  @Test
  void componentsAreOfLengthOneAndFallInSize() {
    assertThat(basis.components()).hasSizeBetween(24, 32);
    double before = Double.MAX_VALUE;
    for (FaceBasis.Component component : basis.components()) {
      double squares = 0;
      for (float value : component.direction()) {
        squares += (double) value * value;
      }
      assertThat(squares).isBetween(0.98, 1.02);
      assertThat(component.deviation()).isLessThanOrEqualTo(before).isPositive();
      before = component.deviation();
    }
  }

  @Test
  void itSaysHowItWasMade() {
    assertThat(basis.made()).containsKeys("data", "faces", "rule", "HAPPINESS", "CONTEMPT");
  }
}
