package io.moodline.aggregator.moment;

import static io.moodline.aggregator.moment.Minutes.satisfied;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinuteWatchTest {

  private static final long MINUTE = Minute.LENGTH_MS;

  private static final MinuteWatch.Settings SETTINGS =
      new MinuteWatch.Settings(
          new SatisfactionShift.Settings(50, 4, 240, 4, 10, 2, 0),
          new CrowdPeak.Settings(1_000, 0.25, 120 * MINUTE, 0.7, 4, 0),
          new EmotionSurge.Settings(3, 10_000, 0.15, 4, 4, 240, 0));

  private final MinuteWatch watch = new MinuteWatch(SETTINGS, MinuteWatch.State.NONE);

  private void calm(int from, int to) {
    IntStream.range(from, to).forEach(n -> watch.see(satisfied(n, 60)));
  }

  @Test
  void aMinuteThatOnlyChangedSinceCountsOnce() {
    calm(0, 6);
    MinuteWatch.State before = watch.state();
    assertThat(watch.see(satisfied(5, 10))).isEqualTo(MinuteWatch.Found.NOTHING);
    assertThat(watch.see(satisfied(2, 10))).isEqualTo(MinuteWatch.Found.NOTHING);
    assertThat(watch.state()).isSameAs(before);
    assertThat(watch.see(satisfied(6, 10)).shift()).isPresent();
  }

  @Test
  void anotherRecordingIsLearntAnew() {
    calm(100, 110);
    assertThat(watch.see(satisfied(20, 10)).shift()).as("80 minutes earlier").isEmpty();
    assertThat(watch.state().shift().usual().count()).isEqualTo(1);
    assertThat(watch.state().crowd().levels()).hasSize(1);
  }

  @Test
  void whatWasBuildingUpIsOverAfterALongBreak() {
    calm(0, 4);
    watch.see(satisfied(4, 53));
    assertThat(watch.state().shift().down().value()).isPositive();
    watch.see(satisfied(66, 60));
    assertThat(watch.state().shift().down()).isEqualTo(SatisfactionShift.Sum.ZERO);
    assertThat(watch.state().shift().usual().count()).as("what is usual stays").isEqualTo(6);
  }

  @Test
  void anHourIsNoBreak() {
    calm(0, 4);
    watch.see(satisfied(4, 53));
    watch.see(satisfied(64, 53));
    assertThat(watch.state().shift().down().sinceMs()).isEqualTo(Minutes.T + 4 * MINUTE);
  }
}
