package io.moodline.detector.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ZonesTest {

  private static final Zone LEFT_HALF = zone(0, 0, 0.5, 0, 0.5, 1, 0, 1);

  private static Zone zone(double... xy) {
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      corners.add(new Point(xy[i], xy[i + 1]));
    }
    return new Zone(corners);
  }

  @Test
  void aTriangleContainsItsMiddleOnly() {
    Zone triangle = zone(0, 0, 1, 0, 0, 1);
    assertThat(triangle.contains(0.3, 0.3)).isTrue();
    assertThat(triangle.contains(0.6, 0.6)).isFalse();
    assertThat(triangle.contains(-0.1, 0.5)).isFalse();
  }

  @Test
  void aZoneMayBeHollowedOut() {
    // The letter U: its gap is outside.
    Zone letter = zone(0, 0, 0.3, 0, 0.3, 0.7, 0.7, 0.7, 0.7, 0, 1, 0, 1, 1, 0, 1);
    assertThat(letter.contains(0.1, 0.2)).isTrue();
    assertThat(letter.contains(0.9, 0.2)).isTrue();
    assertThat(letter.contains(0.5, 0.2)).isFalse();
    assertThat(letter.contains(0.5, 0.9)).isTrue();
  }

  @Property
  void halvesShareNoPlaceAndLeaveNoneOut(
      @ForAll @DoubleRange(min = 0, max = 0.99) double x,
      @ForAll @DoubleRange(min = 0, max = 0.99) double y) {
    Zone upper = zone(0, 0, 1, 0, 1, 0.4, 0, 0.7);
    Zone lower = zone(0, 0.7, 1, 0.4, 1, 1, 0, 1);
    assertThat(upper.contains(x, y)).isNotEqualTo(lower.contains(x, y));
  }

  @Test
  void aPlaceOnTheSharedEdgeBelongsToOneHalf() {
    // 0.7 - 0.3 * x for x in tenths: some of these rounded to both halves once.
    Zone upper = zone(0, 0, 1, 0, 1, 0.4, 0, 0.7);
    Zone lower = zone(0, 0.7, 1, 0.4, 1, 1, 0, 1);
    for (double[] place : new double[][] {{0.9, 0.43}, {0.1, 0.67}, {0.5, 0.55}, {0.3, 0.61}}) {
      assertThat(upper.contains(place[0], place[1]))
          .as("%s, %s", place[0], place[1])
          .isNotEqualTo(lower.contains(place[0], place[1]));
    }
  }

  @Property
  void theWayRoundDoesNotMatter(
      @ForAll @DoubleRange(min = -0.5, max = 1.5) double x,
      @ForAll @DoubleRange(min = -0.5, max = 1.5) double y) {
    Zone zone = zone(0.1, 0.1, 0.9, 0.3, 0.6, 0.9, 0.2, 0.8);
    List<Point> backwards = new ArrayList<>(zone.corners());
    Collections.reverse(backwards);
    assertThat(new Zone(backwards).contains(x, y)).isEqualTo(zone.contains(x, y));
  }

  @Test
  void facesAreKeptByTheirCentre() {
    Zones zones = new Zones(List.of(LEFT_HALF), List.of());
    assertThat(zones.keep(new Box(90, 0, 108, 20), 200, 100)).isTrue(); // centre at 99 of 200
    assertThat(zones.keep(new Box(92, 0, 110, 20), 200, 100)).isFalse(); // at 101
  }

  @Test
  void whatIsLeftOutWinsOverWhatIsTakenIn() {
    Box middle = new Box(40, 40, 60, 60);
    assertThat(Zones.EVERYWHERE.keep(middle, 200, 100)).isTrue();
    Zones zones = new Zones(List.of(LEFT_HALF), List.of(zone(0.2, 0.4, 0.3, 0.4, 0.25, 0.7)));
    assertThat(zones.keep(middle, 200, 100)).isFalse();
    assertThat(zones.keep(new Box(10, 10, 20, 20), 200, 100)).isTrue();
  }

  @Test
  void twoCornersAreNoZone() {
    assertThatThrownBy(() -> zone(0, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a zone has 2 corners, but must have 3 or more");
  }
}
