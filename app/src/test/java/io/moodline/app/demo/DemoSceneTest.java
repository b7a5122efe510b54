package io.moodline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DemoSceneTest {

  private static final long HOUR_MS = 3_600_000;
  private static final long FRAME_MS = 66;

  @Property(tries = 200)
  void boxesLieInTheFrameAndPeopleAreThereOnce(
      @ForAll @IntRange(min = 1, max = 12) int faces,
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 10 * HOUR_MS) long ms) {
    DemoOptions options = new DemoOptions(faces, seed, 0, false, 1280, 720, 15);

    List<TruthFace> truth = new DemoScene(options).truthAt(ms);

    assertThat(truth).hasSizeLessThanOrEqualTo(faces);
    assertThat(truth).extracting(TruthFace::person).doesNotHaveDuplicates();
    for (TruthFace face : truth) {
      assertThat(face.x1()).isGreaterThanOrEqualTo(0).isLessThan(face.x2());
      assertThat(face.y1()).isGreaterThanOrEqualTo(0).isLessThan(face.y2());
      assertThat(face.x2()).isLessThanOrEqualTo(1280);
      assertThat(face.y2()).isLessThanOrEqualTo(720);
      assertThat(face.visible()).isGreaterThan(0).isLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 100)
  void peopleMoveSmoothly(
      @ForAll @IntRange(min = 1, max = 6) int faces,
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 10 * HOUR_MS) long from) {
    DemoScene scene = new DemoScene(new DemoOptions(faces, seed, 0, false, 1280, 720, 15));
    Map<Long, Visit> before = new HashMap<>();
    for (long ms = from; ms < from + 30 * FRAME_MS; ms += FRAME_MS) {
      Map<Long, Visit> now = new HashMap<>();
      for (Visit visit : scene.visitsAt(ms)) {
        now.put(visit.person(), visit);
        if (before.containsKey(visit.person())) {
          int stepX = Math.abs(visit.left(ms) - visit.left(ms - FRAME_MS));
          int stepY = Math.abs(visit.top(ms) - visit.top(ms - FRAME_MS));
          // A fifth of the face's width in a frame: 15 frames a second are easy to follow.
          assertThat(stepX).isLessThanOrEqualTo(visit.faceSize() / 5);
          assertThat(stepY).isLessThanOrEqualTo(visit.faceSize() / 20);
        }
      }
      before = now;
    }
  }

  @Property(tries = 100)
  void peopleEnterAndLeaveOutsideOfThePicture(
      @ForAll long seed, @ForAll @LongRange(min = 0, max = 10 * HOUR_MS) long ms) {
    DemoScene scene = new DemoScene(new DemoOptions(3, seed, 0, false, 1280, 720, 15));

    for (Visit visit : scene.visitsAt(ms)) {
      for (long end : new long[] {visit.fromMs(), visit.toMs()}) {
        int left = visit.left(end);
        assertThat(left + visit.faceSize() <= 0 || left >= 1280)
            .as("face from %d, %d wide, at the end of its visit", left, visit.faceSize())
            .isTrue();
      }
    }
  }

  @Test
  void sizesSpanWhatIsPromised() {
    Set<Integer> sizes = new HashSet<>();
    DemoScene scene = new DemoScene(DemoOptions.DEFAULTS);
    for (long ms = 0; ms < HOUR_MS; ms += 5000) {
      scene.visitsAt(ms).forEach(visit -> sizes.add(visit.faceSize()));
    }

    assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(90, 220));
    assertThat(sizes).anyMatch(size -> size < 110).anyMatch(size -> size > 200);
  }

  @Test
  void someoneIsNearlyAlwaysThereAndFacesCross() {
    DemoScene scene = new DemoScene(DemoOptions.DEFAULTS);
    int seen = 0;
    int hidden = 0;
    int times = 0;
    for (long ms = 0; ms < HOUR_MS; ms += 500) {
      List<TruthFace> truth = scene.truthAt(ms);
      times++;
      seen += truth.size();
      hidden += (int) truth.stream().filter(face -> !face.clear()).count();
    }

    assertThat(seen / (double) times).isBetween(2.2, 3.0);
    assertThat(hidden / (double) seen).isBetween(0.01, 0.25);
  }

  @Test
  void allExpressionsOfTheScriptAreShownAndNobodyComesTwice() {
    DemoScene scene = new DemoScene(DemoOptions.DEFAULTS);
    Set<Emotion> shown = EnumSet.noneOf(Emotion.class);
    Map<Long, List<Long>> seenAt = new HashMap<>();
    for (long ms = 0; ms < HOUR_MS; ms += 500) {
      for (TruthFace face : scene.truthAt(ms)) {
        shown.add(face.expression());
        seenAt.computeIfAbsent(face.person(), person -> new ArrayList<>()).add(ms);
      }
    }

    assertThat(shown).containsExactlyInAnyOrderElementsOf(ExpressionScript.SHOWN);
    assertThat(seenAt).hasSizeGreaterThan(300);
    assertThat(seenAt.values())
        .allSatisfy(
            times -> assertThat(times.get(times.size() - 1) - times.get(0)).isLessThan(33_000));
  }

  @Test
  void theSceneGoesOnWithoutRepeating() {
    DemoScene scene = new DemoScene(DemoOptions.DEFAULTS);

    assertThat(scene.truthAt(10 * HOUR_MS)).isNotEmpty();
    assertThat(boxes(scene, 10 * HOUR_MS)).isNotEqualTo(boxes(scene, 0));
    assertThat(scene.truthAt(10 * HOUR_MS))
        .isEqualTo(new DemoScene(DemoOptions.DEFAULTS).truthAt(10 * HOUR_MS));
  }

  @Test
  void anotherSeedIsAnotherScene() {
    DemoScene one = new DemoScene(DemoOptions.parse("demo:seed=1"));
    DemoScene other = new DemoScene(DemoOptions.parse("demo:seed=2"));

    assertThat(one.truthAt(20_000)).isNotEqualTo(other.truthAt(20_000));
  }

  @Test
  void timesBeforeTheBeginningAreRefused() {
    assertThatThrownBy(() -> new DemoScene(DemoOptions.DEFAULTS).truthAt(-1))
        .hasMessage("ms is -1, but must be 0 or more");
  }

  private static List<String> boxes(DemoScene scene, long from) {
    List<String> boxes = new ArrayList<>();
    for (long ms = from; ms < from + 60_000; ms += 1000) {
      for (TruthFace face : scene.truthAt(ms)) {
        boxes.add(face.x1() + " " + face.y1() + " " + face.x2());
      }
    }
    return boxes;
  }
}
