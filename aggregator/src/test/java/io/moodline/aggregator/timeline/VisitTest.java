package io.moodline.aggregator.timeline;

import static io.moodline.aggregator.Records.WEIGHTS;
import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.schemas.AnalyticsSettings;
import io.moodline.schemas.Emotion;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** What a visit comes to: its verdict, its flips, and how a camera's own smoothing changes them. */
class VisitTest {

  private static final long T = 1_780_000_000_000L;

  private static TimelineState play(
      SmoothingSettings settings, long untilMs, long stepMs, LongFunction<double[]> at) {
    TimelineBuilder builder = new TimelineBuilder(settings, WEIGHTS);
    TimelineState state = builder.begin(new Observation(T, at.apply(0), false));
    for (long t = stepMs; t <= untilMs; t += stepMs) {
      state = builder.next(state, new Observation(T + t, at.apply(t), false));
    }
    return state;
  }

  /** Happy, but in every fifth frame the model sees surprise. */
  private static double[] flickering(long t) {
    return mostly(t % 1_000 == 600 ? Emotion.SURPRISE : Emotion.HAPPINESS, 0.9);
  }

  @Test
  void aFrameThatShowsTheFaceBetterCountsMore() {
    // Sad with weight 1, angry with weights 0.25 and 0.5: 1 to 0.75.
    WeightedSums sums =
        WeightedSums.NONE
            .plus(mostly(Emotion.SADNESS, 1), 1)
            .plus(mostly(Emotion.ANGER, 1), 0.25)
            .plus(mostly(Emotion.ANGER, 1), 0.5);
    assertThat(sums.emotion()).isEqualTo(Emotion.SADNESS);
    assertThat(sums.weight()).isEqualTo(1.75);
    assertThat(sums.means()[Emotion.SADNESS.ordinal()]).isCloseTo(1 / 1.75, within(1e-12));
    assertThat(sums.means()[Emotion.ANGER.ordinal()]).isCloseTo(0.75 / 1.75, within(1e-12));
    // (1 + 4 / 8) / (1.75 + 4) = 0.260870.
    assertThat(sums.confidence()).isCloseTo(0.260870, within(1e-6));
  }

  @Test
  void confidenceGrowsWithTheEvidenceTowardsTheMean() {
    // p = 0.8, n frames of weight 1: (0.8 n + 0.5) / (n + 4), so 0.26, 0.607143, 0.790059, ...
    assertThat(confidence(1)).isCloseTo(1.3 / 5, within(1e-9));
    assertThat(confidence(10)).isCloseTo(8.5 / 14, within(1e-9));
    assertThat(confidence(250)).isCloseTo(200.5 / 254, within(1e-9));
  }

  private static double confidence(int frames) {
    WeightedSums sums = WeightedSums.NONE;
    for (int i = 0; i < frames; i++) {
      sums = sums.plus(mostly(Emotion.FEAR, 0.8), 1);
    }
    return sums.confidence();
  }

  @Test
  void theVerdictLooksAtTheWholeVisitAndSegmentsAtItsParts() {
    // 5 s happy in poor frames, then 3 s sad in good ones.
    TimelineBuilder builder = new TimelineBuilder(SmoothingSettings.DEFAULTS, WEIGHTS);
    TimelineState state = null;
    for (long t = 0; t < 8_000; t += 200) {
      boolean early = t < 5_000;
      double[] raw = mostly(early ? Emotion.HAPPINESS : Emotion.SADNESS, 0.9);
      Observation seen = new Observation(T + t, raw, false, early ? 0.2 : 1);
      state = state == null ? builder.begin(seen) : builder.next(state, seen);
    }
    assertThat(state.longest()).isEqualTo(Emotion.HAPPINESS);
    // 25 frames of 0.2 against 15 of 1.
    assertThat(state.weighted().weight()).isCloseTo(20, within(1e-9));
    assertThat(state.weighted().emotion()).isEqualTo(Emotion.SADNESS);
  }

  @Test
  void flickerFlipsFramesButNotWhatIsSmoothed() {
    // In 10 s there are surprised frames at 0.6, 1.6, ... 9.6 s: 20 changes, 120 a minute.
    TimelineState state = play(SmoothingSettings.DEFAULTS, 10_000, 200, VisitTest::flickering);
    assertThat(state.rawFlipsPerMinute()).isEqualTo(120);
    assertThat(state.flipsPerMinute()).isZero();
    assertThat(state.segments()).hasSize(1);
  }

  @Test
  void oneChangeInTwelveSecondsIsFiveAMinute() {
    TimelineState state =
        play(
            SmoothingSettings.DEFAULTS,
            12_000,
            200,
            t -> mostly(t < 6_000 ? Emotion.SADNESS : Emotion.HAPPINESS, 0.9));
    assertThat(state.flipsPerMinute()).isEqualTo(5);
    assertThat(state.rawFlipsPerMinute()).isEqualTo(5);
  }

  @Test
  void aShortVisitDoesNotTellHowOftenAnythingChanges() {
    TimelineState state = play(SmoothingSettings.DEFAULTS, 4_800, 200, VisitTest::flickering);
    assertThat(state.flipsPerMinute()).isNull();
    assertThat(state.rawFlipsPerMinute()).isNull();
    assertThat(play(SmoothingSettings.DEFAULTS, 5_000, 200, VisitTest::flickering).flipsPerMinute())
        .isZero();
  }

  @Test
  void aFrameThatIsNotFitToBeJudgedFlipsNothingAndWeighsNothing() {
    TimelineBuilder builder = new TimelineBuilder(SmoothingSettings.DEFAULTS, WEIGHTS);
    TimelineState state = builder.begin(new Observation(T, mostly(Emotion.FEAR, 0.9), false));
    state = builder.next(state, new Observation(T + 200, mostly(Emotion.ANGER, 0.9), true));
    state = builder.next(state, new Observation(T + 9_000, mostly(Emotion.FEAR, 0.9), false));
    assertThat(state.rawFlipsPerMinute()).isZero();
    assertThat(state.weighted().weight()).isEqualTo(2);
  }

  /** Sad, but happy for a second from 4 s on. */
  private static double[] briefSmile(long t) {
    return mostly(t >= 4_000 && t < 5_000 ? Emotion.HAPPINESS : Emotion.SADNESS, 0.95);
  }

  @Test
  void aCamerasOwnSmoothingDecidesWhatIsASegment() {
    assertThat(play(SmoothingSettings.DEFAULTS, 9_000, 200, VisitTest::briefSmile).segments())
        .extracting(EmotionSegment::emotion)
        .containsExactly(Emotion.SADNESS);
    SmoothingSettings quick =
        SmoothingSettings.DEFAULTS.with(new AnalyticsSettings(100L, 0.0, 300L, null, false));
    assertThat(play(quick, 9_000, 200, VisitTest::briefSmile).segments())
        .extracting(EmotionSegment::emotion)
        .containsExactly(Emotion.SADNESS, Emotion.HAPPINESS, Emotion.SADNESS);
    // However quick: a single frame is no segment.
    assertThat(play(quick, 10_000, 200, VisitTest::flickering).segments()).hasSize(1);
  }

  @Test
  void whatACameraDoesNotSayIsAsConfigured() {
    SmoothingSettings configured = new SmoothingSettings(1, 0.2, 3, 0.4, 5);
    assertThat(configured.with(null)).isEqualTo(configured);
    assertThat(configured.with(new AnalyticsSettings(null, null, null, null, true)))
        .isEqualTo(configured);
    assertThat(configured.with(new AnalyticsSettings(7L, 0.6, 8L, 0.9, false)))
        .isEqualTo(new SmoothingSettings(7, 0.6, 8, 0.9, 5));
  }
}
