package io.moodline.detector.evaluation.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.detector.geometry.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrackingScorerTest {

  private static TruthBox face(long person, double x) {
    return new TruthBox(person, Box.around(x, 50, 40, 40), true);
  }

  private static TruthBox hidden(long person, double x) {
    return new TruthBox(person, Box.around(x, 50, 40, 40), false);
  }

  private static TrackBox track(String id, double x) {
    return new TrackBox(id, Box.around(x, 50, 40, 40));
  }

  private static ScoredFrame frame(List<TruthBox> truth, TrackBox... tracks) {
    return new ScoredFrame(truth, List.of(tracks));
  }

  private static final List<TruthBox> ONE = List.of(face(1, 100));
  private static final List<TruthBox> TWO = List.of(face(1, 100), face(2, 300));

  @Test
  void perfectTrackingIsOne() {
    ScoredFrame frame = frame(TWO, track("a", 100), track("b", 300));

    TrackingScores scores = TrackingScorer.score(List.of(frame, frame, frame));

    assertThat(scores).isEqualTo(new TrackingScores(6, 6, 6, 0, 0, 0, 0, 6, 6));
    assertThat(scores.mota()).isEqualTo(1);
    assertThat(scores.motp()).isEqualTo(1);
    assertThat(scores.idf1()).isEqualTo(1);
    assertThat(scores.idp()).isEqualTo(1);
    assertThat(scores.idr()).isEqualTo(1);
  }

  @Test
  void idsThatAreSwappedHalfWayAreHalfRight() {
    ScoredFrame first = frame(TWO, track("a", 100), track("b", 300));
    ScoredFrame second = frame(TWO, track("b", 100), track("a", 300));

    TrackingScores scores = TrackingScorer.score(List.of(first, first, second, second));

    assertThat(scores.switches()).isEqualTo(2);
    assertThat(scores.fragments()).isZero();
    assertThat(scores.mota()).isEqualTo(1 - 2 / 8.0);
    assertThat(scores.idf1()).isEqualTo(0.5);
  }

  @Test
  void missesAndFalsePositivesByHand() {
    // Four faces: two followed, two missed; a box in the wrong place each frame.
    ScoredFrame frame = frame(TWO, track("a", 100), track("c", 200));

    TrackingScores scores = TrackingScorer.score(List.of(frame, frame));

    assertThat(scores).isEqualTo(new TrackingScores(4, 4, 2, 2, 2, 0, 0, 2, 2));
    assertThat(scores.mota()).isZero();
    assertThat(scores.idf1()).isEqualTo(0.5);
  }

  @Test
  void aGapIsAFragmentAndAnotherTrackAfterItASwitch() {
    List<ScoredFrame> frames =
        List.of(
            frame(ONE),
            frame(ONE, track("a", 100)),
            frame(ONE),
            frame(ONE),
            frame(ONE, track("a", 100)),
            frame(ONE),
            frame(ONE, track("b", 100)));

    TrackingScores scores = TrackingScorer.score(frames);

    assertThat(scores.misses()).isEqualTo(4);
    assertThat(scores.fragments()).isEqualTo(2);
    assertThat(scores.switches()).isEqualTo(1);
    assertThat(scores.identityMatches()).isEqualTo(2);
    assertThat(scores.idp()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(scores.idr()).isCloseTo(2 / 7.0, within(1e-12));
    assertThat(scores.idf1()).isCloseTo(4 / 10.0, within(1e-12));
  }

  @Test
  void thePairOfTheFrameBeforeIsKeptThoughAnotherFitsBetter() {
    // 8 of 40 pixels off: intersection over union 32/48.
    ScoredFrame first = frame(ONE, track("a", 100));
    ScoredFrame second = frame(ONE, track("b", 100), track("a", 108));

    TrackingScores scores = TrackingScorer.score(List.of(first, second));

    assertThat(scores.switches()).isZero();
    assertThat(scores.falsePositives()).isEqualTo(1);
    assertThat(scores.overlapSum()).isCloseTo(1 + 32 / 48.0, within(1e-12));
  }

  @Test
  void halfTheUnionIsEnoughAndLessIsNot() {
    // Boxes 40 wide that share 27 pixels: 27/53 > 0.5; that share 26: 26/54 < 0.5.
    assertThat(TrackingScorer.score(List.of(frame(ONE, track("a", 113)))).matches()).isEqualTo(1);
    assertThat(TrackingScorer.score(List.of(frame(ONE, track("a", 114)))))
        .isEqualTo(new TrackingScores(1, 1, 0, 1, 1, 0, 0, 0, 0));
  }

  @Test
  void hiddenFacesAreNeitherMissedNorWrong() {
    List<ScoredFrame> frames =
        List.of(
            frame(ONE, track("a", 100)),
            frame(List.of(hidden(1, 100))),
            frame(List.of(hidden(1, 100)), track("b", 100)),
            frame(ONE, track("a", 100)));

    assertThat(TrackingScorer.score(frames))
        .isEqualTo(new TrackingScores(2, 2, 2, 0, 0, 0, 0, 2, 2));
  }

  @Test
  void aTrackGoesToTheFaceThatCountsThoughAHiddenOneIsNearer() {
    ScoredFrame frame = frame(List.of(hidden(2, 100), face(1, 104)), track("a", 100));

    assertThat(TrackingScorer.score(List.of(frame)).matches()).isEqualTo(1);
  }

  @Test
  void nothingIsNotANumberRatherThanPerfect() {
    TrackingScores scores = TrackingScorer.score(List.of());

    assertThat(scores).isEqualTo(TrackingScores.none());
    assertThat(scores.mota()).isNaN();
    assertThat(scores.motp()).isNaN();
    assertThat(scores.idf1()).isNaN();
  }

  @Test
  void aTrackTwiceInAFrameIsRefused() {
    assertThatThrownBy(() -> frame(ONE, track("a", 1), track("a", 100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("track a is in one frame twice");
  }

  private static List<ScoredFrame> random(long seed, int crowd, int rename) {
    Random random = new Random(seed);
    List<ScoredFrame> frames = new ArrayList<>();
    for (int f = 0; f < 20; f++) {
      List<TruthBox> truth = new ArrayList<>();
      List<TrackBox> tracks = new ArrayList<>();
      for (int i = 0; i < crowd; i++) {
        if (random.nextInt(10) > 0) {
          truth.add(new TruthBox(i, box(random), random.nextInt(8) > 0));
        }
        if (random.nextInt(10) > 0) {
          tracks.add(new TrackBox("t" + (i + rename) % crowd, box(random)));
        }
      }
      frames.add(new ScoredFrame(truth, tracks));
    }
    return frames;
  }

  private static Box box(Random random) {
    return Box.around(random.nextInt(60), random.nextInt(60), 40, 40);
  }

  @Property(tries = 100)
  void namesOfTracksDoNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int crowd,
      @ForAll @IntRange(min = 1, max = 7) int rename) {
    TrackingScores one = TrackingScorer.score(random(seed, crowd, 0));
    TrackingScores other = TrackingScorer.score(random(seed, crowd, rename));

    assertThat(other).isEqualTo(one);
  }

  @Property(tries = 100)
  void countsAddUp(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int crowd) {
    TrackingScores scores = TrackingScorer.score(random(seed, crowd, 0));

    assertThat(scores.matches() + scores.misses()).isEqualTo(scores.truths());
    assertThat(scores.matches() + scores.falsePositives()).isEqualTo(scores.shown());
    assertThat(scores.mota()).isLessThanOrEqualTo(1);
    assertThat(scores.idf1()).isBetween(0.0, 1.0);
    assertThat(scores.identityMatches())
        .isLessThanOrEqualTo(Math.min(scores.truths(), scores.shown()));
  }

  @Property(tries = 50)
  void theTruthItselfIsPerfect(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int crowd) {
    List<ScoredFrame> frames =
        random(seed, crowd, 0).stream()
            .map(
                frame ->
                    new ScoredFrame(
                        frame.truth(),
                        frame.truth().stream()
                            .map(face -> new TrackBox("p" + face.person(), face.box()))
                            .toList()))
            .toList();

    TrackingScores scores = TrackingScorer.score(frames);

    assertThat(scores.misses() + scores.falsePositives() + scores.switches()).isZero();
    assertThat(scores.idf1()).isIn(1.0, Double.NaN);
  }
}
