package io.moodline.detector.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BoxTest {

  private static final Box BOX = new Box(0, 0, 4, 4);

  @Test
  void overlapsByAThird() {
    // Half of each is shared: 8 of 16 + 16 - 8.
    assertThat(BOX.iou(new Box(2, 0, 6, 4))).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void boxesThatTouchShareNothing() {
    assertThat(BOX.iou(new Box(4, 0, 8, 4))).isZero();
    assertThat(BOX.iou(new Box(9, 9, 10, 10))).isZero();
  }

  @Test
  void knowsHowMuchLiesOutsideOfTheFrame() {
    Box box = new Box(-1, -1, 3, 3);

    assertThat(box.shareOutside(100, 100)).isCloseTo(7 / 16.0, within(1e-12));
    assertThat(box.touchesEdge(100, 100)).isTrue();
    assertThat(box.within(100, 100)).isEqualTo(new Box(0, 0, 3, 3));
    assertThat(new Box(1, 1, 99, 99).touchesEdge(100, 100)).isFalse();
    assertThat(new Box(1, 1, 99.5, 99).touchesEdge(100, 100)).isTrue();
  }

  @Test
  void refusesEmptyAndEndlessBoxes() {
    assertThatThrownBy(() -> new Box(2, 0, 2, 4)).hasMessageContaining("not a box");
    assertThatThrownBy(() -> new Box(0, 0, Double.NaN, 4)).hasMessageContaining("not a box");
    assertThatThrownBy(() -> new Box(0, 0, Double.POSITIVE_INFINITY, 4))
        .hasMessageContaining("not a box");
  }

  @Test
  void dropsASmallBoxWithinABetterOneButNotANeighbour() {
    Box within = new Box(1, 1, 3, 3);
    Box neighbour = new Box(2, 0, 6, 4);

    assertThat(Overlaps.dropDuplicates(List.of(BOX, within, neighbour), Function.identity()))
        .containsExactly(BOX, neighbour);
  }
}
