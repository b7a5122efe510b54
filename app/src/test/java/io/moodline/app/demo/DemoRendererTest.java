package io.moodline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Emotion;
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
  void anotherExpressionChangesTheFaceAndNothingElse() {
    long ms = 9_000;
    Visit visit = scene.visitsAt(ms).get(0);

    byte[] calm = render(ms, visit, Emotion.NEUTRAL);
    byte[] glad = render(ms, visit, Emotion.HAPPINESS);

    int inside = 0;
    for (int pixel = 0; pixel < OPTIONS.width() * OPTIONS.height(); pixel++) {
      if (differs(calm, glad, pixel)) {
        inside++;
        int x = pixel % OPTIONS.width() - visit.left(ms);
        int y = pixel / OPTIONS.width() - visit.top(ms);
        assertThat(x).isBetween(0, visit.faceSize() - 1);
        assertThat(y).isBetween(0, visit.faceSize() - 1);
      }
    }
    assertThat(inside).isGreaterThan(visit.faceSize() * visit.faceSize() / 10);
  }

  /** One person alone, with one expression all the time. */
  private byte[] render(long ms, Visit visit, Emotion emotion) {
    ExpressionScript always =
        new ExpressionScript(
            List.of(new ExpressionScript.Segment(emotion, visit.fromMs(), visit.toMs(), 0)));
    Visit same =
        new Visit(
            visit.slot(),
            visit.person(),
            visit.fromMs(),
            visit.toMs(),
            visit.faceSize(),
            visit.top(),
            visit.path(),
            always);
    return new DemoRenderer(scene, basis).render(ms, List.of(same));
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
