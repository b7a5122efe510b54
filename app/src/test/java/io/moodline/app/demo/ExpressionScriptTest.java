package io.moodline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.app.demo.ExpressionScript.Blend;
import io.moodline.app.demo.ExpressionScript.Segment;
import io.moodline.schemas.Emotion;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExpressionScriptTest {

  private static final ExpressionScript TWO =
      new ExpressionScript(
          List.of(
              new Segment(Emotion.NEUTRAL, 1000, 5000, 0),
              new Segment(Emotion.HAPPINESS, 5000, 9000, 400)));

  @Test
  void anExpressionHoldsUntilTheNextIsBlendedIn() {
    assertThat(TWO.at(4999)).isEqualTo(new Blend(Emotion.NEUTRAL, Emotion.NEUTRAL, 1));
    assertThat(TWO.at(5000).dominant()).isEqualTo(Emotion.NEUTRAL);
    assertThat(TWO.at(5000).inTransition()).isTrue();
    // Half of the 400 ms: half of each. A quarter: 3/16 - 2/64 = 0.15625 of the new one.
    assertThat(TWO.at(5200).share()).isCloseTo(0.5, within(1e-9));
    assertThat(TWO.at(5100).share()).isCloseTo(0.15625, within(1e-9));
    assertThat(TWO.at(5201).dominant()).isEqualTo(Emotion.HAPPINESS);
    assertThat(TWO.at(5400).inTransition()).isFalse();
    assertThat(TWO.at(99_000).dominant()).isEqualTo(Emotion.HAPPINESS);
  }

  @Property
  void segmentsFillTheVisitAndNeighboursDiffer(
      @ForAll long seed, @ForAll @LongRange(min = 3000, max = 60_000) long length) {
    List<Segment> segments = ExpressionScript.write(new Random(seed), 100, 100 + length).segments();

    assertThat(segments.get(0).fromMs()).isEqualTo(100);
    assertThat(segments.get(segments.size() - 1).toMs()).isEqualTo(100 + length);
    for (Segment segment : segments) {
      assertThat(segment.toMs() - segment.fromMs()).isBetween(3000L, 11_000L);
      assertThat(ExpressionScript.SHOWN).contains(segment.emotion());
    }
    for (int i = 1; i < segments.size(); i++) {
      assertThat(segments.get(i).fromMs()).isEqualTo(segments.get(i - 1).toMs());
      assertThat(segments.get(i).emotion()).isNotEqualTo(segments.get(i - 1).emotion());
      assertThat(segments.get(i).blendMs()).isBetween(300L, 500L);
    }
  }
}
