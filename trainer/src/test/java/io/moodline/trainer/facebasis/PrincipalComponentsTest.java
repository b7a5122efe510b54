package io.moodline.trainer.facebasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

  @Test
  void findsTheDirectionsOfACross() {
    // Along (3, 4)/5 two vectors of length 10, along (4, -3)/5 two of length 5:
    // the variances are 2*100/4 = 50 and 2*25/4 = 12.5.
    PrincipalComponents components = new PrincipalComponents(2);
    for (int sign = -1; sign <= 1; sign += 2) {
      components.add(new double[] {sign * 6, sign * 8});
      components.add(new double[] {sign * 4, sign * -3});
    }

    List<PrincipalComponents.Principal> leading = components.leading(2);

    assertThat(leading.get(0).deviation()).isCloseTo(Math.sqrt(50), within(1e-9));
    assertThat(leading.get(0).direction()).containsExactly(new double[] {0.6, 0.8}, within(1e-9));
    assertThat(leading.get(1).deviation()).isCloseTo(Math.sqrt(12.5), within(1e-9));
    assertThat(leading.get(1).direction()).containsExactly(new double[] {0.8, -0.6}, within(1e-9));
  }

  @Test
  void manyVectorsCountLikeFew() {
    PrincipalComponents components = new PrincipalComponents(1);
    for (int i = 0; i < 2000; i++) {
      components.add(new double[] {i % 2 == 0 ? 3 : -3});
    }

    assertThat(components.leading(1).get(0).deviation()).isCloseTo(3, within(1e-9));
  }

  @Test
  void noVectorsHaveNoDirections() {
    assertThatThrownBy(() -> new PrincipalComponents(2).leading(1))
        .isInstanceOf(IllegalStateException.class);
  }
}
