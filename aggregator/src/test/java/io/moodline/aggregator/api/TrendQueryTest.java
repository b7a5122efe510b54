package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.schemas.TrendScope;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Up to when windows of which nothing is known are closed. */
class TrendQueryTest {

  private static final long NOW = 1_780_000_000_000L;

  private static long passed(CameraClock... clocks) {
    TrendQuery query =
        new TrendQuery(
            TrendScope.SITE,
            TrendKeys.ALL,
            Step.MINUTE,
            new WindowGrid(ZoneOffset.UTC),
            new Span(0, 60_000),
            null,
            List.of(clocks));
    return query.passedMs(NOW, 2_000, 30_000);
  }

  private static CameraClock clock(long maxMs, long heardMs) {
    CameraClock clock = new CameraClock();
    clock.advance(1, maxMs, heardMs);
    return clock;
  }

  @Test
  void theSlowestCameraThatIsHeardHoldsWindowsBack() {
    assertThat(passed(clock(NOW - 500, NOW), clock(NOW - 9_000, NOW - 100)))
        .isEqualTo(NOW - 9_000 - 2_000);
  }

  @Test
  void aCameraThatIsSilentHoldsNothingBack() {
    // A recording of long ago, analysed an hour ago.
    CameraClock film = clock(NOW - 999_999_999, NOW - 3_600_000);
    assertThat(passed(film, clock(NOW - 500, NOW))).isEqualTo(NOW - 500 - 2_000);
    assertThat(passed(film)).isEqualTo(NOW - 30_000 - 2_000);
  }

  @Test
  void aCameraThatWasNeverHeardHoldsNothingBack() {
    assertThat(passed(new CameraClock(), clock(NOW - 500, NOW))).isEqualTo(NOW - 500 - 2_000);
    assertThat(passed()).isEqualTo(NOW - 30_000 - 2_000);
  }
}
