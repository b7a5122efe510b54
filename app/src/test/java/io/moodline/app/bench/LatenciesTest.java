package io.moodline.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void percentilesAreByNearestRank() {
    Latencies latencies = new Latencies();
    for (long ms : new long[] {50, 15, 40, 20, 35}) {
      latencies.add(ms);
    }
    // Of 5 values: 5 % is the 1st, 30 % the 2nd, 50 % the 3rd, 100 % the 5th.
    assertThat(latencies.percentile(5)).isEqualTo(15);
    assertThat(latencies.percentile(30)).isEqualTo(20);
    assertThat(latencies.percentile(50)).isEqualTo(35);
    assertThat(latencies.percentile(100)).isEqualTo(50);
  }

  @Test
  void nothingMeasuredIsNoZero() {
    assertThatThrownBy(() -> new Latencies().percentile(50)).hasMessageContaining("nothing");
  }
}
