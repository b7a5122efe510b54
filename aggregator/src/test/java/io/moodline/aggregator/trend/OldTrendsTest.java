package io.moodline.aggregator.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.timeline.Sighting;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records of before there were sets of faces: they say how many, but not which. */
class OldTrendsTest {

  private static final Span HOUR = new Span(0, 3_600_000);

  private static Trend of(String... faceIds) {
    TrendAccumulator window = new TrendAccumulator();
    for (String face : faceIds) {
      window.add(
          new Sighting(face, 0, 0, true, false, false, new double[8], Emotion.HAPPINESS, 90));
    }
    return Trends.of(TrendScope.CAMERA, "door", Step.HOUR, HOUR, true, 1, window);
  }

  private static Trend withoutSet(Trend trend) {
    return Trend.newBuilder(trend).setFacesSketch(null).build();
  }

  private static Trend merged(Trend... parts) {
    return Trends.merged(TrendScope.CAMERA, "door", Step.HOUR, HOUR, List.of(parts));
  }

  @Test
  void theirFacesAreCountedOn() {
    Trend old = withoutSet(of("door:1:0", "door:1:1"));
    Trend one = merged(old, of("door:2:0"));
    assertThat(one.getFaces()).isEqualTo(3);
    // The set knows what came after.
    Trend again = merged(one, of("door:2:0", "door:2:1"));
    assertThat(again.getFaces()).isEqualTo(4);
    assertThat(merged(of("door:2:0", "door:2:1"), one)).isEqualTo(again);
    assertThat(DistinctFaces.ofBytes(again.getFacesSketch()).count()).isEqualTo(4);
  }

  @Test
  void whoWasSeenIsWithheldThoughItIsNotKnownHowManyTheyWere() {
    Withholding three = new Withholding(3);
    Trend unknown = Trend.newBuilder(withoutSet(of("door:1:0"))).setFaces(0).build();
    assertThat(three.of(unknown).getWithheld()).isTrue();
    assertThat(three.of(unknown).getSatisfactionSum()).isZero();
    assertThat(three.of(of()).getWithheld()).as("nobody").isFalse();
    assertThat(new Withholding(1).of(unknown)).as("off").isEqualTo(unknown);
  }
}
