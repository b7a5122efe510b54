package io.moodline.detector.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.detector.geometry.Box;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackerTest {

  static final TrackerSettings SETTINGS =
      new TrackerSettings(3_600_000, 2000, 600, 0.8, 3, 200, 0.2, 1.5, 300);

  private final Tracker tracker = new Tracker(SETTINGS);
  private TrackerState state;

  @BeforeEach
  void noFrameYet() {
    state = TrackerState.empty();
  }

  /** Ids of the faces shown, in the order of the detections; "-" for one that is withheld. */
  private List<String> see(long atMs, Detection... detections) {
    Tracker.Update update = tracker.update(state, atMs, List.of(detections));
    state = update.state();
    List<String> ids = new ArrayList<>();
    for (int d = 0; d < detections.length; d++) {
      int detection = d;
      ids.add(
          update.faces().stream()
              .filter(face -> face.detection().getAsInt() == detection)
              .map(face -> face.firstSeenMs() + ":" + face.index())
              .findFirst()
              .orElse("-"));
    }
    return ids;
  }

  private static Detection face(double x, double y) {
    return new Detection(Box.around(x, y, 40, 50), 0.9);
  }

  private static Detection weak(double x, double y) {
    return new Detection(Box.around(x, y, 40, 50), 0.5);
  }

  @Test
  void facesOfOneFrameAreNumberedInTheirOrder() {
    assertThat(see(1000, face(100, 100), face(300, 100))).containsExactly("1000:0", "1000:1");
    assertThat(see(1100, face(301, 100), face(99, 100))).containsExactly("1000:1", "1000:0");
  }

  @Test
  void oldestTracksComeFirst() {
    see(1000, face(100, 100));
    Tracker.Update update = tracker.update(state, 1100, List.of(face(300, 100), face(101, 100)));

    assertThat(update.faces())
        .containsExactly(
            new Tracker.TrackedFace(OptionalInt.of(1), face(101, 100).box(), 1000, 0),
            new Tracker.TrackedFace(OptionalInt.of(0), face(300, 100).box(), 1100, 0));
  }

  @Test
  void aWeakDetectionIsWithheldUntilItWasSeenOftenEnoughAndKeepsItsFirstId() {
    assertThat(see(1000, weak(100, 100))).containsExactly("-");
    assertThat(see(1200, weak(101, 100))).containsExactly("-");
    assertThat(see(1400, weak(102, 100))).containsExactly("1000:0");
  }

  @Test
  void aStrongDetectionConfirmsAWeakTrackAtOnce() {
    see(1000, weak(100, 100));

    assertThat(see(1200, face(101, 100))).containsExactly("1000:0");
    assertThat(see(1400, weak(102, 100))).containsExactly("1000:0");
  }

  @Test
  void aWeakTrackDiesSoon() {
    see(1000, weak(100, 100));

    assertThat(see(1601, face(100, 100))).containsExactly("1601:0");
  }

  @Test
  void aFaceThatComesBackWithinTheGapKeepsItsId() {
    see(1000, face(100, 100));
    see(1500);

    assertThat(see(3000, face(110, 100))).containsExactly("1000:0");
  }

  @Test
  void aFaceThatComesBackLaterIsANewOne() {
    see(1000, face(100, 100));

    assertThat(see(3001, face(100, 100))).containsExactly("3001:0");
  }

  @Test
  void aFaceFarAwayIsAnother() {
    see(1000, face(100, 100));

    assertThat(see(1200, face(400, 100))).containsExactly("1200:0");
  }

  @Test
  void aFaceOfAnotherSizeInTheSamePlaceIsAnother() {
    see(1000, face(100, 100));

    assertThat(see(1200, new Detection(Box.around(100, 100, 120, 150), 0.9)))
        .containsExactly("1200:0");
  }

  @Test
  void followsAFastFaceAtFiveFramesASecond() {
    // 45 pixels a frame, more than the face is wide: boxes of two frames never overlap.
    for (int frame = 0; frame < 10; frame++) {
      assertThat(see(1000 + 200L * frame, face(100 + 45 * frame, 100))).containsExactly("1000:0");
    }
  }

  @Test
  void tellsCrossingFacesApartByTheirMotion() {
    // Two faces pass each other on almost the same line, and are one detection for a moment.
    for (int frame = 0; frame <= 40; frame++) {
      double left = 100 + 8 * frame;
      double right = 420 - 8 * frame;
      long atMs = 1000 + 66L * frame;
      if (Math.abs(left - right) < 12) {
        see(atMs, face(left, 104));
      } else {
        assertThat(see(atMs, face(left, 104), face(right, 96)))
            .as("frame %d", frame)
            .containsExactly("1000:0", "1000:1");
      }
    }
  }

  @Test
  void findsAWalkerBehindAPillarAgain() {
    for (int frame = 0; frame < 10; frame++) {
      see(1000 + 100L * frame, face(100 + 6 * frame, 100));
    }

    // One second without a detection: 60 pixels further on, as expected.
    assertThat(see(2900, face(100 + 6 * 19, 102))).containsExactly("1000:0");
  }

  @Test
  void theFrameRateMayChange() {
    long atMs = 1000;
    see(atMs, face(100, 100));
    for (int step : new int[] {33, 33, 200, 66, 500, 33, 1000, 100}) {
      atMs += step;
      assertThat(see(atMs, face(100 + 0.05 * (atMs - 1000), 100))).containsExactly("1000:0");
    }
  }

  @Test
  void aFlickerOfManyFramesASecondIsNoFaceYet() {
    for (long atMs = 1000; atMs < 1200; atMs += 20) {
      assertThat(see(atMs, weak(100, 100))).containsExactly("-");
    }
    assertThat(see(1200, weak(100, 100))).containsExactly("1000:0");
  }

  @Test
  void aFrameThatIsNotSearchedShowsFacesWhereTheyAreExpected() {
    for (int frame = 0; frame < 10; frame++) {
      see(1000 + 100L * frame, face(100 + 6 * frame, 100), weak(400 + 5 * frame, 300));
    }
    Tracker.Update update = tracker.coast(state, 2000);

    assertThat(update.faces()).hasSize(2);
    Tracker.TrackedFace first = update.faces().get(0);
    assertThat(first.detection()).isEmpty();
    assertThat(first.firstSeenMs()).isEqualTo(1000);
    assertThat(first.box().centerX()).isCloseTo(160, within(2.0));
    assertThat(first.box().centerY()).isCloseTo(100, within(1.0));
    assertThat(first.box().width()).isCloseTo(40, within(1.0));
    assertThat(update.state()).isEqualTo(new TrackerState(2000, state.tracks()));
  }

  @Test
  void aFrameThatIsNotSearchedShowsNoWeakFaceAndNoneFoundLongAgo() {
    see(1000, face(100, 100));
    see(1100, weak(300, 100));

    assertThat(tracker.coast(state, 1300).faces()).hasSize(1);
    assertThat(tracker.coast(state, 1301).faces()).isEmpty();
    assertThat(tracker.coast(state, 4000).state().tracks()).isEmpty();
    assertThatThrownBy(() -> tracker.coast(state, 1100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("capture times must increase");
  }

  @Test
  void searchingEveryFourthFrameKeepsIds() {
    for (int frame = 0; frame < 60; frame++) {
      long atMs = 1000 + 66L * frame;
      double x = 100 + 4 * frame;
      if (frame % 4 == 0) {
        assertThat(see(atMs, face(x, 100), face(600 - x, 110))).containsExactly("1000:0", "1000:1");
      } else {
        Tracker.Update update = tracker.coast(state, atMs);
        state = update.state();
        assertThat(update.faces()).hasSize(2);
        double expected = update.faces().get(0).box().centerX();
        assertThat(expected).isCloseTo(x, within(frame < 12 ? 20.0 : 3.0));
      }
    }
  }

  @Test
  void whoWalksPastAStandingFaceDoesNotTakeItsId() {
    // The walker covers the standing face, which is not found for 0.6 s.
    for (int frame = 0; frame < 30; frame++) {
      double x = 20 + 8 * frame;
      long atMs = 1000 + 100L * frame;
      if (Math.abs(x - 140) < 28) {
        assertThat(see(atMs, face(x, 104))).as("frame %d", frame).containsExactly("1000:0");
      } else {
        assertThat(see(atMs, face(x, 104), face(140, 100)))
            .as("frame %d", frame)
            .containsExactly("1000:0", "1000:1");
      }
    }
  }

  @Test
  void aBoxThatIsPushedAsideBeforeItIsHiddenDoesNotSendTheFaceAway() {
    // As YuNet saw it: someone walks past from the left, the box moves right and gets smaller.
    Box standing = Box.around(439, 318, 70, 94);
    for (int frame = 0; frame < 10; frame++) {
      see(1000 + 100L * frame, new Detection(standing, 0.91));
    }
    see(2000, new Detection(Box.around(382, 280, 79, 95), 0.93), new Detection(standing, 0.91));
    see(
        2100,
        new Detection(Box.around(384, 280, 79, 95), 0.93),
        new Detection(Box.around(450, 312, 63, 89), 0.83));
    for (int frame = 0; frame < 4; frame++) {
      see(2200 + 100L * frame, new Detection(Box.around(406 + 22 * frame, 282, 75, 95), 0.93));
    }

    assertThat(
            see(
                2600,
                new Detection(Box.around(494, 282, 73, 94), 0.93),
                new Detection(Box.around(427, 316, 72, 98), 0.86)))
        .containsExactly("2000:0", "1000:0");
  }

  @Test
  void aWeakDetectionTakesNothingFromAConfidentOne() {
    see(1000, face(100, 100));

    assertThat(see(1100, weak(100, 100), face(106, 100))).containsExactly("-", "1000:0");
  }

  @Test
  void refusesTimeThatStandsStill() {
    see(1000, face(100, 100));

    assertThatThrownBy(() -> see(1000, face(100, 100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("capture times must increase");
  }

  @Test
  void keepsNoMoreThanItsBound() {
    for (int frame = 0; frame < 20; frame++) {
      List<Detection> crowd = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        crowd.add(face(1e4 * frame + 100 * i, 1e4 * frame));
      }
      see(1000 + 10L * frame, crowd.toArray(Detection[]::new));
    }

    assertThat(state.tracks()).hasSize(TrackerState.MAX_TRACKS);
    assertThat(state.tracks().get(0).firstSeenMs()).isEqualTo(1000 + 10 * 16);
  }

  @Property(tries = 100)
  void noIdIsShownTwiceAndAReplayGivesTheSame(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int crowd) {
    state = TrackerState.empty();
    List<List<String>> first = randomRun(seed, crowd);
    state = TrackerState.empty();

    assertThat(randomRun(seed, crowd)).isEqualTo(first);
    for (List<String> ids : first) {
      Set<String> shown = new HashSet<>(ids);
      shown.remove("-");
      assertThat(shown).hasSize((int) ids.stream().filter(id -> !id.equals("-")).count());
    }
  }

  private List<List<String>> randomRun(long seed, int crowd) {
    Random random = new Random(seed);
    List<List<String>> shown = new ArrayList<>();
    for (long atMs = 1000; atMs < 4000; atMs += 20 + random.nextInt(300)) {
      Detection[] seen = new Detection[random.nextInt(crowd + 1)];
      for (int i = 0; i < seen.length; i++) {
        double size = 20 + random.nextInt(60);
        seen[i] =
            new Detection(
                Box.around(random.nextInt(300), random.nextInt(200), size, size * 1.2),
                random.nextDouble());
      }
      shown.add(see(atMs, seen));
    }
    return shown;
  }

  @Test
  void whatNeverGoesGetsANewIdInTheEnd() {
    long hourMs = 3_600_000;
    for (long atMs = 0; atMs <= hourMs; atMs += 1000) {
      assertThat(see(1000 + atMs, face(100, 100))).containsExactly("1000:0");
    }
    String next = (1000 + hourMs + 1000) + ":0";
    assertThat(see(1000 + hourMs + 1000, face(100, 100))).containsExactly(next);
    assertThat(see(1000 + hourMs + 2000, face(100, 100))).containsExactly(next);
  }
}
