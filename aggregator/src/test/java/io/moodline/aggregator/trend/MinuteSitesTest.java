package io.moodline.aggregator.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinuteSitesTest {

  private final MinuteSites sites = new MinuteSites();

  @Test
  void aMinuteStaysWhereItWasBegun() {
    assertThat(sites.begin(60_000, "north")).isTrue();
    assertThat(sites.begin(70_000, "south")).isFalse();
    assertThat(sites.at(119_999)).isEqualTo("north");
    assertThat(sites.begin(120_000, "south")).isTrue();
    assertThat(sites.at(120_000)).isEqualTo("south");
    assertThat(sites.at(60_000)).isEqualTo("north");
    assertThat(sites.begin(180_000, null)).as("removed").isFalse();
    assertThat(sites.at(180_000)).isEqualTo("south");
  }

  @Test
  void ofAMinuteThatIsLongOverTheLastSiteIsKnown() {
    assertThat(sites.at(0)).isNull();
    for (int minute = 0; minute < 17; minute++) {
      sites.begin(minute * 60_000L, minute == 16 ? "south" : "north");
    }
    assertThat(sites.at(0)).isEqualTo("south");
    assertThat(sites.at(60_000)).isEqualTo("north");
  }
}
