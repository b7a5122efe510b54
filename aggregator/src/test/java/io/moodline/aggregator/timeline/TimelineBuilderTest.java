package io.moodline.aggregator.timeline;

import static io.moodline.aggregator.Records.WEIGHTS;
import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.schemas.Emotion;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class TimelineBuilderTest {

  private static final long T = 1_780_000_000_000L;

  private final TimelineBuilder builder = new TimelineBuilder(SmoothingSettings.DEFAULTS, WEIGHTS);

  private TimelineState play(long untilMs, long stepMs, LongFunction<double[]> at) {
    TimelineState state = null;
    for (long t = 0; t <= untilMs; t += stepMs) {
      Observation seen = new Observation(T + t, at.apply(t), false);
      state = state == null ? builder.begin(seen) : builder.next(state, seen);
    }
    return state;
  }

  @Test
  void whoWeepsForHalfAMinuteAndThenLaughsHasASadPartBeforeAHappyOne() {
    // Sad, with doubts of the model; from 30 s to 34 s it turns slowly.
    TimelineState state =
        play(
            45_000,
            200,
            t -> {
              double happy = Math.max(0, Math.min(1, (t - 30_000) / 4_000.0));
              double[] p = new double[8];
              double wobble = (t / 200) % 3 == 0 ? 0.1 : 0;
              p[Emotion.SADNESS.ordinal()] = (1 - happy) * (0.55 - wobble);
              p[Emotion.NEUTRAL.ordinal()] = (1 - happy) * (0.45 + wobble);
              p[Emotion.HAPPINESS.ordinal()] = happy;
              return p;
            });
    assertThat(state.segments())
        .extracting(EmotionSegment::emotion)
        .containsExactly(Emotion.SADNESS, Emotion.HAPPINESS);
    EmotionSegment sad = state.segments().get(0);
    EmotionSegment happy = state.segments().get(1);
    assertThat(sad.fromMs()).isEqualTo(T);
    assertThat(sad.toMs()).isEqualTo(happy.fromMs()).isBetween(T + 31_500, T + 33_500);
    assertThat(happy.toMs()).isEqualTo(T + 45_000);
    assertThat(state.longest()).isEqualTo(Emotion.SADNESS);
  }

  @Test
  void aLeadThatWaversAroundTheMarginWinsInTheEnd() {
    // After two seconds, sadness leads neutral by 0.12, but in every third frame it trails by 0.08:
    // smoothed, its lead goes to and fro between 0.03 and 0.07.
    TimelineState state =
        play(
            20_000,
            200,
            t -> {
              double[] p = new double[8];
              double wobble = (t / 200) % 3 == 0 ? 0.1 : 0;
              p[Emotion.SADNESS.ordinal()] = t < 2_000 ? 0.2 : 0.56 - wobble;
              p[Emotion.NEUTRAL.ordinal()] = t < 2_000 ? 0.8 : 0.44 + wobble;
              return p;
            });
    assertThat(state.segments())
        .extracting(EmotionSegment::emotion)
        .containsExactly(Emotion.NEUTRAL, Emotion.SADNESS);
    assertThat(state.segments().get(1).fromMs()).isLessThan(T + 6_000);
  }

  @Test
  void aChangeCountsFromWhenTheOtherEmotionBeganToLead() {
    // At 2000 ms certain sadness becomes certain happiness. Smoothed, sadness is e^(-t/800) from
    // then
    // on. Happiness leads by more than 0.05 when that is below 0.475, after 595 ms: so from the
    // frame at 2600 on; and has done so for the dwell of 700 ms at 3300.
    LongFunction<double[]> turn = t -> mostly(t <= 2_000 ? Emotion.SADNESS : Emotion.HAPPINESS, 1);
    assertThat(play(3_200, 100, turn).segments()).hasSize(1);
    assertThat(play(3_300, 100, turn).segments())
        .extracting(EmotionSegment::emotion, EmotionSegment::fromMs, EmotionSegment::toMs)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Emotion.SADNESS, T, T + 2_600),
            org.assertj.core.groups.Tuple.tuple(Emotion.HAPPINESS, T + 2_600, T + 3_300));
  }

  @Test
  void theFirstFrameMayBeTheOddOne() {
    TimelineState state =
        play(4_000, 200, t -> mostly(t == 0 ? Emotion.SURPRISE : Emotion.SADNESS, 0.9));
    assertThat(state.segments())
        .extracting(EmotionSegment::emotion)
        .containsExactly(Emotion.SADNESS);
  }

  @Test
  void satisfactionIsItsMeanOverTime() {
    // Two frames a second apart: 100, then 100 - 90 * (1 - e^(-1000/800)) of sadness' weight -0.8:
    // smoothed sadness 0.713495, happiness 0.286505; valence 0.286505 - 0.8 * 0.713495 = -0.284291;
    // satisfaction 35.785438; the mean of a straight line from 100 to that is 67.892719.
    TimelineState state =
        play(1_000, 1_000, t -> mostly(t == 0 ? Emotion.HAPPINESS : Emotion.SADNESS, 1));
    assertThat(state.satisfaction().mean()).isCloseTo(67.892719, within(1e-5));
    assertThat(state.meanProbabilities()[Emotion.SADNESS.ordinal()]).isEqualTo(0.5);
  }

  @Test
  void whatIsNotFitToBeJudgedIsCountedAndLeftOut() {
    TimelineState state = builder.begin(new Observation(T, mostly(Emotion.ANGER, 1), true));
    assertThat(state.segments()).isEmpty();
    assertThat(state.longest()).isNull();
    assertThat(state.satisfaction().mean()).isNull();
    state = builder.next(state, new Observation(T + 100, mostly(Emotion.HAPPINESS, 1), false));
    state = builder.next(state, new Observation(T + 200, mostly(Emotion.ANGER, 1), true));
    assertThat(state.observations()).isEqualTo(3);
    assertThat(state.lowQuality()).isEqualTo(2);
    assertThat(state.meanProbabilities()[Emotion.HAPPINESS.ordinal()]).isEqualTo(1);
    assertThat(state.satisfaction().mean()).isEqualTo(100);
    assertThat(state.segments())
        .containsExactly(new EmotionSegment(Emotion.HAPPINESS, T, T + 200, 1));
  }

  @Test
  void theUncertainIsLeftOutOfSatisfaction() {
    TimelineState state = play(2_000, 200, t -> mostly(Emotion.HAPPINESS, 0.2));
    assertThat(state.satisfaction().mean()).isNull();
    assertThat(state.judged()).isEqualTo(11);
    Sighting seen = builder.sighting("d:1:0", null, state, false);
    assertThat(seen.uncertain()).isTrue();
  }

  @Test
  void aTimeThatNobodyWatchedIsNoFaceTime() {
    TimelineState before = play(0, 1, t -> mostly(Emotion.HAPPINESS, 1));
    TimelineState near =
        builder.next(before, new Observation(T + 2_000, mostly(Emotion.SADNESS, 1), false));
    TimelineState far =
        builder.next(before, new Observation(T + 2_001, mostly(Emotion.SADNESS, 1), false));
    assertThat(builder.sighting("d:1:0", before, near, false).watchedSinceMs()).isEqualTo(T);
    assertThat(builder.sighting("d:1:0", before, far, false).watchedSinceMs()).isEqualTo(T + 2_001);
  }

  @Test
  void theSameFrameTwiceIsRefused() {
    TimelineState state = play(0, 1, t -> mostly(Emotion.HAPPINESS, 1));
    Observation again = new Observation(T, mostly(Emotion.HAPPINESS, 1), false);
    assertThatThrownBy(() -> builder.next(state, again)).hasMessageContaining(Long.toString(T));
  }
}
