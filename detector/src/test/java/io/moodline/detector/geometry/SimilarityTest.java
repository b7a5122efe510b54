package io.moodline.detector.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SimilarityTest {

  private static final List<Point> SQUARE =
      List.of(new Point(0, 0), new Point(2, 0), new Point(2, 2), new Point(0, 2));

  @Test
  void turnsByAQuarterDoublesAndShifts() {
    // (x, y) -> (-2y + 10, 2x + 20): a quarter turn from x to y.
    List<Point> to =
        List.of(new Point(10, 20), new Point(10, 24), new Point(6, 24), new Point(6, 20));

    assertThat(Similarity.fit(SQUARE, to)).isEqualTo(new Similarity(0, 2, 10, 20));
  }

  @Test
  void takesTheMiddleWhereThePointsDisagree() {
    // Means (1, 0) and (2, 0). Relative: p = (-1, 0), (1, 0); q = (-2, 1), (2, 1) less (0, 1).
    Similarity fit =
        Similarity.fit(
            List.of(new Point(0, 0), new Point(2, 0), new Point(1, 1)),
            List.of(new Point(0, 0), new Point(4, 0), new Point(2, 5)));

    // p about (1, 1/3): (-1, -1/3), (1, -1/3), (0, 2/3); q about (2, 5/3): (-2, -5/3), (2, -5/3),
    // (0, 10/3). Dot products 23/9 + 23/9 + 20/9 = 66/9, squares 10/9 + 10/9 + 4/9 = 24/9.
    assertThat(fit.a()).isCloseTo(2.75, within(1e-12));
    assertThat(fit.b()).isCloseTo(0, within(1e-12));
    assertThat(fit.tx()).isCloseTo(2 - 2.75, within(1e-12));
    assertThat(fit.ty()).isCloseTo(5 / 3.0 - 2.75 / 3, within(1e-12));
  }

  @Property
  void findsTheMapThatMadeThePoints(
      @ForAll @DoubleRange(min = 0.01, max = 50) double scale,
      @ForAll @DoubleRange(min = -3, max = 3) double angle,
      @ForAll @DoubleRange(min = -500, max = 500) double tx,
      @ForAll @DoubleRange(min = -500, max = 500) double ty) {
    Similarity made = new Similarity(scale * Math.cos(angle), scale * Math.sin(angle), tx, ty);

    Similarity found = Similarity.fit(SQUARE, SQUARE.stream().map(made::apply).toList());

    assertThat(found.a()).isCloseTo(made.a(), within(1e-9));
    assertThat(found.b()).isCloseTo(made.b(), within(1e-9));
    assertThat(found.tx()).isCloseTo(tx, within(1e-9));
    assertThat(found.ty()).isCloseTo(ty, within(1e-9));
    assertThat(found.scale()).isCloseTo(scale, within(1e-9));
  }

  @Test
  void refusesPointsThatSayNoScale() {
    List<Point> same = List.of(new Point(3, 3), new Point(3, 3));

    assertThatThrownBy(() -> Similarity.fit(same, same)).hasMessageContaining("no scale");
    assertThatThrownBy(() -> Similarity.fit(SQUARE, same)).hasMessageContaining("4/2");
  }
}
