package io.moodline.aggregator.timeline;

import static io.moodline.aggregator.Records.WEIGHTS;
import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.state.OpenTrack;
import io.moodline.aggregator.state.StateSerdes;
import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.serialization.Serde;

class TimelinePropertiesTest {

  private static final long T = 1_780_000_000_000L;

  /** A frame: time since the one before, what it shows, whether it is fit to be judged. */
  record Step(long dtMs, double[] raw, boolean lowQuality) {}

  @Provide
  Arbitrary<Step> steps() {
    Arbitrary<double[]> raw =
        Combinators.combine(Arbitraries.of(Emotion.class), Arbitraries.doubles().between(0.13, 1))
            .as(io.moodline.aggregator.Records::mostly);
    return Combinators.combine(
            Arbitraries.longs().between(1, 3_000), raw, Arbitraries.of(true, false, false, false))
        .as(Step::new);
  }

  private static TimelineState play(TimelineBuilder builder, List<Step> steps) {
    long at = T;
    TimelineState state = null;
    for (Step step : steps) {
      at += step.dtMs();
      Observation seen = new Observation(at, step.raw(), step.lowQuality());
      state = state == null ? builder.begin(seen) : builder.next(state, seen);
    }
    return state;
  }

  @Property(tries = 300)
  void segmentsCoverTheVisitWithoutGapOrOverlap(
      @ForAll @Size(min = 1, max = 80) List<@net.jqwik.api.From("steps") Step> steps) {
    TimelineState state = play(new TimelineBuilder(SmoothingSettings.DEFAULTS, WEIGHTS), steps);
    List<EmotionSegment> segments = state.segments();
    if (state.judged() == 0) {
      assertThat(segments).isEmpty();
      return;
    }
    assertThat(segments.get(0).fromMs()).isEqualTo(state.firstMs());
    assertThat(segments.get(segments.size() - 1).toMs()).isEqualTo(state.lastMs());
    for (int i = 1; i < segments.size(); i++) {
      assertThat(segments.get(i).fromMs()).isEqualTo(segments.get(i - 1).toMs());
      assertThat(segments.get(i).emotion()).isNotEqualTo(segments.get(i - 1).emotion());
    }
    for (EmotionSegment segment : segments.subList(0, segments.size() - 1)) {
      assertThat(segment.toMs() - segment.fromMs())
          .isGreaterThanOrEqualTo(SmoothingSettings.DEFAULTS.dwellMs());
    }
    assertThat(segments).allMatch(s -> s.meanConfidence() >= 0 && s.meanConfidence() <= 1 + 1e-9);
  }

  @Property(tries = 300)
  void oneOddFrameNeverMakesASegment(
      @ForAll Emotion usual,
      @ForAll Emotion odd,
      @ForAll @DoubleRange(min = 0.3, max = 1) double usualP,
      @ForAll @DoubleRange(min = 0.3, max = 1) double oddP,
      @ForAll @Size(min = 3, max = 40) List<@LongRange(min = 1, max = 20_000) Long> spacing,
      @ForAll @IntRange(min = 0, max = 39) int which,
      @ForAll @LongRange(min = 1, max = 5_000) long tauMs,
      @ForAll @DoubleRange(min = 0, max = 0.5) double margin,
      @ForAll @LongRange(min = 0, max = 3_000) long dwellMs) {
    SmoothingSettings settings = new SmoothingSettings(tauMs, margin, dwellMs, 0.35, 2_000);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < spacing.size(); i++) {
      boolean isOdd = i == which % spacing.size();
      double[] raw = isOdd ? mostly(odd, Math.min(oddP, usualP)) : mostly(usual, usualP);
      steps.add(new Step(spacing.get(i), raw, false));
    }
    assertThat(play(new TimelineBuilder(settings, WEIGHTS), steps).segments())
        .extracting(EmotionSegment::emotion)
        .containsExactly(usual);
  }

  @Property(tries = 100)
  void aTrackThatWasWrittenDownGoesOnAsIfItHadNot(
      @ForAll @Size(min = 2, max = 40) List<@net.jqwik.api.From("steps") Step> steps) {
    TimelineBuilder builder = new TimelineBuilder(SmoothingSettings.DEFAULTS, WEIGHTS);
    Serde<OpenTrack> serde = StateSerdes.openTrack();
    OpenTrack.Latest latest = new OpenTrack.Latest(1, 2, 3, 4, 5, 6, mostly(Emotion.FEAR, 0.5));
    TimelineState state = play(builder, steps);
    byte[] written = serde.serializer().serialize("t", new OpenTrack(state, latest));
    TimelineState read = serde.deserializer().deserialize("t", written).timeline();
    Observation more = new Observation(state.lastMs() + 500, mostly(Emotion.ANGER, 0.9), false);
    assertThat(serde.serializer().serialize("t", new OpenTrack(builder.next(read, more), latest)))
        .isEqualTo(
            serde.serializer().serialize("t", new OpenTrack(builder.next(state, more), latest)));
  }
}
