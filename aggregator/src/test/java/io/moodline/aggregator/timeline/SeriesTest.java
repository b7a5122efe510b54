package io.moodline.aggregator.timeline;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Emotion;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private static final long T = 1_780_000_000_000L;
  private static final double[] CALM = mostly(Emotion.NEUTRAL, 0.9);

  private static Series every(long stepMs, long untilMs) {
    Series series = Series.NONE;
    for (long t = 0; t <= untilMs; t += stepMs) {
      series = series.plus(T + t, CALM, 50);
    }
    return series;
  }

  @Test
  void atFiveFramesASecondThereIsOnePointASecond() {
    assertThat(every(200, 3_000).points())
        .extracting(Series.Point::atMs)
        .containsExactly(T, T + 1_000, T + 2_000, T + 3_000);
  }

  @Test
  void framesThatAreFurtherApartAreAllInIt() {
    assertThat(every(1_500, 4_500).points()).hasSize(4);
  }

  @Test
  void aLongVisitIsThinnedOut() {
    // Points at 0, 1, ... 599 s are 600; with the one at 600 s every second one goes: 0, 2, ...
    // 600.
    assertThat(every(1_000, 599_000).points()).hasSize(600);
    Series thinned = every(1_000, 600_000);
    assertThat(thinned.stepMs()).isEqualTo(2_000);
    assertThat(thinned.points()).hasSize(301);
    assertThat(thinned.points().get(1).atMs()).isEqualTo(T + 2_000);
    assertThat(thinned.points().get(300).atMs()).isEqualTo(T + 600_000);
    assertThat(every(1_000, 602_000).points()).hasSize(302);
    // An hour: 2 s from 600 s on, 4 s from 1200 s on, 8 s from 2400 s on; 3600 s are 451 points.
    assertThat(every(1_000, 3_600_000).stepMs()).isEqualTo(8_000);
    assertThat(every(1_000, 3_600_000).points()).hasSize(451);
  }

  @Property(tries = 100)
  void pointsAreInOrderAStepApartAndNeverTooMany(
      @ForAll @Size(min = 1, max = 2_000) List<@LongRange(min = 1, max = 30_000) Long> spacing) {
    Series series = Series.NONE;
    long at = T;
    for (long dt : spacing) {
      at += dt;
      series = series.plus(at, CALM, Double.NaN);
    }
    List<Series.Point> points = series.points();
    assertThat(points).hasSizeBetween(1, 600);
    assertThat(points.get(0).atMs()).isEqualTo(T + spacing.get(0));
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).atMs() - points.get(i - 1).atMs())
          .isGreaterThanOrEqualTo(series.stepMs());
    }
  }
}
