package io.moodline.detector.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CropGeometryTest {

  private static final List<Point> REFERENCE = ReferencePoints.parse(ReferencePoints.FER_2013);

  @Test
  void withoutLandmarksTheLongerSideAndTheMarginFillTheCrop() {
    // The square around the box is 40 wide, with a quarter on each side 60: 0.8 pixels a pixel.
    Similarity map =
        new CropGeometry(48, 48, 1, 0.25, REFERENCE)
            .frameToCrop(new Box(100, 200, 130, 240), List.of(), 0);

    assertThat(map.scale()).isCloseTo(0.8, within(1e-12));
    assertThat(map.apply(new Point(115, 220))).isEqualTo(new Point(24, 24));
    assertThat(map.apply(new Point(85, 190))).isEqualTo(new Point(0, 0));
  }

  @Test
  void withLandmarksTheyComeToLieOnTheReferencePoints() {
    List<Point> landmarks = new ArrayList<>();
    for (Point p : REFERENCE) {
      // Half as large again as the crop, turned by a quarter, and elsewhere.
      landmarks.add(new Point(300 - 72 * p.y(), 50 + 72 * p.x()));
    }

    Similarity map =
        new CropGeometry(48, 48, 1, 0, REFERENCE).frameToCrop(new Box(0, 0, 1, 1), landmarks, 0);

    for (int i = 0; i < 5; i++) {
      assertThat(map.apply(landmarks.get(i)).x())
          .isCloseTo(48 * REFERENCE.get(i).x(), within(1e-9));
      assertThat(map.apply(landmarks.get(i)).y())
          .isCloseTo(48 * REFERENCE.get(i).y(), within(1e-9));
    }
  }

  @Test
  void aBoxThatLeansIsTurnedUprightAboutItsCentre() {
    // 96 pixels become 48. A head that leans by a quarter clockwise has its top to the right.
    Similarity map =
        new CropGeometry(48, 48, 1, 0, REFERENCE)
            .frameToCrop(new Box(100, 200, 196, 296), List.of(), 90);

    isAt(map.apply(new Point(148, 248)), 24, 24);
    isAt(map.apply(new Point(196, 248)), 24, 0);
    isAt(map.apply(new Point(148, 200)), 0, 24);
  }

  @Test
  void thirtyDegreesAreUndone() {
    // Eyes 20 either side of the centre, the person's left one lower: 20 cos 30, 20 sin 30.
    Similarity map =
        new CropGeometry(48, 48, 1, 0, REFERENCE)
            .frameToCrop(new Box(-24, -24, 24, 24), List.of(), 30);

    isAt(map.apply(new Point(17.320508, 10)), 44, 24);
    isAt(map.apply(new Point(-17.320508, -10)), 4, 24);
  }

  private static void isAt(Point point, double x, double y) {
    assertThat(point.x()).isCloseTo(x, within(1e-6));
    assertThat(point.y()).isCloseTo(y, within(1e-6));
  }

  @Test
  void landmarksAreOfNoUseWithoutAReference() {
    CropGeometry geometry = new CropGeometry(48, 48, 1, 0, List.of());
    Box box = new Box(0, 0, 96, 96);

    assertThat(geometry.frameToCrop(box, REFERENCE, 30)).isEqualTo(new Similarity(0.5, 0, 0, 0));
  }

  @Test
  void namesWhatIsWrong() {
    assertThatThrownBy(() -> new CropGeometry(4, 48, 1, 0, List.of()))
        .hasMessage("the crop's width is 4, but must be 8 to 512");
    assertThatThrownBy(() -> new CropGeometry(48, 48, 2, 0, List.of()))
        .hasMessageContaining("channels is 2");
    assertThatThrownBy(() -> new CropGeometry(48, 48, 1, Double.NaN, List.of()))
        .hasMessageContaining("margin is NaN");
    assertThatThrownBy(() -> new CropGeometry(48, 48, 1, 0, REFERENCE.subList(0, 2)))
        .hasMessageContaining("reference points is 2");
  }

  @Test
  void readsReferencePointsAndRefusesOthers() {
    assertThat(ReferencePoints.parse(" ")).isEmpty();
    assertThat(ReferencePoints.parse(ReferencePoints.format(REFERENCE))).isEqualTo(REFERENCE);
    for (String bad : List.of("0.1,0.2", "a,b c,d e,f g,h i,j", "1,2 0,0 0,0 0,0 0,0", "0.5")) {
      assertThatThrownBy(() -> ReferencePoints.parse(bad)).hasMessageContaining("is not 5 points");
    }
  }
}
