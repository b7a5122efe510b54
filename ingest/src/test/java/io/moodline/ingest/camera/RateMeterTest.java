package io.moodline.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateMeterTest {

  private long nanos = -TimeUnit.SECONDS.toNanos(2); // Such clocks may begin anywhere.
  private final RateMeter meter = new RateMeter(() -> nanos);

  private void count(int events, long everyMs) {
    for (int i = 0; i < events; i++) {
      nanos += TimeUnit.MILLISECONDS.toNanos(everyMs);
      meter.count();
    }
  }

  @Test
  void nothingComesAtNoRate() {
    assertThat(meter.perSecond()).isZero();
  }

  @Test
  void theRateIsThatOfTheLastFiveSeconds() {
    count(100, 500);
    assertThat(meter.perSecond()).isEqualTo(2); // 10 events in 5 s.
    count(100, 100);
    assertThat(meter.perSecond()).isEqualTo(10); // 50 in 5 s.
    nanos += TimeUnit.SECONDS.toNanos(4);
    assertThat(meter.perSecond()).isEqualTo(2); // 10 of them are younger than 5 s.
    nanos += TimeUnit.SECONDS.toNanos(1);
    assertThat(meter.perSecond()).isZero();
  }

  @Test
  void theFirstSecondCountsAsAWholeOne() {
    count(3, 100);
    assertThat(meter.perSecond()).isEqualTo(3);
  }
}
