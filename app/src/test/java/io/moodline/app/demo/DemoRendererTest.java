package io.moodline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.trainer.facebasis.FaceBasis;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoRendererTest {

  private static final DemoOptions OPTIONS = DemoOptions.parse("demo:width=640,height=360,seed=4");

  private final FaceBasis basis = DemoFaces.load();
  private final DemoScene scene = new DemoScene(OPTIONS);

  DemoRendererTest() throws IOException {}

  @Test
  void theSameSeedAndTimeGiveTheSameBytes() {
    DemoRenderer inOrder = new DemoRenderer(scene, basis);
    inOrder.render(0);
    inOrder.render(40_000);

    byte[] fresh = new DemoRenderer(new DemoScene(OPTIONS), basis).render(41_000);

    assertThat(inOrder.render(41_000)).isEqualTo(fresh);
    assertThat(fresh).hasSize(3 * 640 * 360);
  }

  @Test
  void anotherSeedGivesOtherBytes() {
    DemoScene other = new DemoScene(DemoOptions.parse("demo:width=640,height=360,seed=5"));

    assertThat(new DemoRenderer(other, basis).render(9_000))
        .isNotEqualTo(new DemoRenderer(scene, basis).render(9_000));
  }

  @Test
  void facesAreDrawnWhereTheTruthSaysAndNowhereElse() {
    DemoRenderer renderer = new DemoRenderer(scene, basis);
    int checked = 0;
    for (long ms = 0; ms < 60_000; ms += 1500) {
      byte[] empty = renderer.render(ms, List.of());
      byte[] full = renderer.render(ms);
      for (TruthFace face : scene.truthAt(ms)) {
        if (face.visible() == 1) {
          // The corners of a face's box show the room, or hair.
          assertThat(changed(empty, full, face)).isGreaterThan(0.8);
          checked++;
        }
      }
      for (Visit visit : scene.visitsAt(ms)) {
        byte[] without =
            renderer.render(
                ms, scene.visitsAt(ms).stream().filter(v -> v.slot() != visit.slot()).toList());
        assertThat(leftmostChange(without, full))
            .isGreaterThanOrEqualTo(visit.left(ms) - visit.faceSize());
      }
    }
    assertThat(checked).isGreaterThan(40);
  }

  @Test
  void aFaceChangesWithItsExpression() {
    DemoRenderer renderer = new DemoRenderer(scene, basis);
    Visit visit = scene.visitsAt(20_000).get(0);
    ExpressionScript.Segment second = visit.script().segments().get(1);
    float[] before = basis.face(visit.script().segments().get(0).emotion(), 1.5, nobody());
    float[] after = basis.face(second.emotion(), 1.5, nobody());

    assertThat(after).isNotEqualTo(before);
    assertThat(renderer.render(second.fromMs(), List.of(visit)))
        .isNotEqualTo(renderer.render(second.fromMs() + second.blendMs(), List.of(visit)));
  }

  private double[] nobody() {
    return new double[basis.components().size()];
  }

  /** The share of a box's pixels that differ by more than the noise. */
  private static double changed(byte[] before, byte[] after, TruthFace face) {
    int changed = 0;
    for (int y = face.y1(); y < face.y2(); y++) {
      for (int x = face.x1(); x < face.x2(); x++) {
        changed += differs(before, after, y * OPTIONS.width() + x) ? 1 : 0;
      }
    }
    return changed / (double) ((face.x2() - face.x1()) * (face.y2() - face.y1()));
  }

  private static int leftmostChange(byte[] before, byte[] after) {
    for (int x = 0; x < OPTIONS.width(); x++) {
      for (int y = 0; y < OPTIONS.height(); y++) {
        if (differs(before, after, y * OPTIONS.width() + x)) {
          return x;
        }
      }
    }
    return OPTIONS.width();
  }

  private static boolean differs(byte[] before, byte[] after, int pixel) {
    int difference = 0;
    for (int channel = 0; channel < 3; channel++) {
      int at = 3 * pixel + channel;
      difference += Math.abs((before[at] & 0xff) - (after[at] & 0xff));
    }
    return difference > 12;
  }
}
