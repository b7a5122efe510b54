package io.moodline.aggregator.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.aggregator.timeline.Sighting;
import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.Trend;
import java.util.List;
import org.junit.jupiter.api.Test;

class CameraWindowsTest {

  private static final double[] HAPPY = {0, 1, 0, 0, 0, 0, 0, 0};

  private final CameraWindows windows = new CameraWindows();

  private static Sighting seen(String face, long at, long since, double satisfaction) {
    return new Sighting(
        face, at, since, at == since, false, false, HAPPY, Emotion.HAPPINESS, satisfaction);
  }

  private List<Trend> close(long through) {
    return windows.close(through).stream().map(w -> Trends.ofCamera("c", w, true)).toList();
  }

  @Test
  void faceTimeIsSplitWhereWindowsMeet() {
    windows.add(seen("a", 9_700, 9_700, 80));
    windows.add(seen("a", 10_200, 9_700, 80));
    List<Trend> closed = close(60_000);
    assertThat(closed).extracting(Trend::getWindowMs).containsExactly(10_000L, 10_000L, 60_000L);
    assertThat(closed).extracting(Trend::getFaceMs).containsExactly(300L, 200L, 500L);
    assertThat(closed).extracting(Trend::getFaces).containsExactly(1L, 1L, 1L);
    assertThat(closed).extracting(Trend::getArrivals).containsExactly(1L, 0L, 1L);
  }

  @Test
  void aWindowClosesWhenItsEndIsReached() {
    windows.addFrame(0, 0);
    windows.addFrame(10_000, 0);
    assertThat(windows.close(9_999)).isEmpty();
    assertThat(windows.close(10_000)).extracting(Window::startMs).containsExactly(0L);
    assertThat(windows.isOpen(5)).isFalse();
    assertThat(windows.isOpen(10_000)).isTrue();
    assertThat(windows.earliestEndMs()).isEqualTo(20_000);
  }

  @Test
  void satisfactionAndItsStandardErrorByHand() {
    windows.add(seen("a", 1, 1, 40));
    windows.add(seen("b", 1, 1, 60));
    windows.add(seen("c", 1, 1, 80));
    Trend trend = close(10_000).get(0);
    assertThat(Trends.satisfaction(trend)).isEqualTo(60);
    // Sample variance 400, so sqrt(400 / 3).
    assertThat(Trends.standardError(trend)).isCloseTo(11.547005, within(1e-6));
    assertThat(trend.getDominantCounts().get(Emotion.HAPPINESS.ordinal())).isEqualTo(3);
  }

  @Test
  void whatIsNotFitToBeJudgedIsCountedApart() {
    windows.add(seen("a", 1, 1, 40));
    windows.add(new Sighting("b", 1, 1, true, true, false, null, null, Double.NaN));
    Trend trend = close(10_000).get(0);
    assertThat(trend.getObservations()).isEqualTo(2);
    assertThat(trend.getLowQuality()).isEqualTo(1);
    assertThat(Trends.satisfaction(trend)).isEqualTo(40);
    assertThat(trend.getDominantCounts().get(Emotion.HAPPINESS.ordinal())).isEqualTo(1);
  }

  @Test
  void keysOfASeriesSortByTime() {
    String early = TrendKeys.of(io.moodline.schemas.TrendScope.CAMERA, "c", 10_000, 999_990_000);
    String late =
        TrendKeys.of(io.moodline.schemas.TrendScope.CAMERA, "c", 10_000, 1_780_000_000_000L);
    assertThat(early).isLessThan(late);
    assertThat(late).isEqualTo("CAMERA/c/10000/1780000000000");
    assertThat(TrendKeys.startMs(early)).isEqualTo(999_990_000);
    assertThat(TrendKeys.id(early)).isEqualTo("c");
  }
}
