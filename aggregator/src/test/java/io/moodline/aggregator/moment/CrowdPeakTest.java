package io.moodline.aggregator.moment;

import static io.moodline.aggregator.moment.Minutes.T;
import static io.moodline.aggregator.moment.Minutes.crowded;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CrowdPeakTest {

  private static final long MINUTE = Minute.LENGTH_MS;

  private static final CrowdPeak.Settings SETTINGS =
      new CrowdPeak.Settings(5, 0.25, 120 * MINUTE, 0.7, 3, 0);

  private static List<Integer> found(CrowdPeak.Settings settings, List<Double> faces) {
    CrowdPeak peak = new CrowdPeak(settings, CrowdPeak.State.NONE);
    List<Integer> minutes = new ArrayList<>();
    for (int n = 0; n < faces.size(); n++) {
      if (peak.see(crowded(n, faces.get(n))).isPresent()) {
        minutes.add(n);
      }
      // As if it were restarted after each minute.
      peak = new CrowdPeak(settings, peak.state());
    }
    return minutes;
  }

  @Test
  void itIsFoundOnceUntilItHasGone() {
    // 4.9 is less than 5; 6.0 is not above 1.25 * 4.9 = 6.125, but then 7.6 is above 1.25 * 6.
    // 5.7 is more than 0.7 * 8 = 5.6, so that the crowd is still there; after 5.5 it is not.
    // The next one must exceed 1.25 * 9 = 11.25.
    assertThat(found(SETTINGS, List.of(4., 4., 4., 4.9, 6., 7.6, 8., 5.7, 5.5, 9., 11.3)))
        .containsExactly(5, 10);
  }

  @Test
  void itSaysHowManyAndWhatWasBefore() {
    CrowdPeak peak = new CrowdPeak(SETTINGS, CrowdPeak.State.NONE);
    for (int n = 0; n < 3; n++) {
      assertThat(peak.see(crowded(n, 2 + n))).isEmpty();
    }
    assertThat(peak.see(crowded(3, 6)))
        .contains(new CrowdPeak.Found(T + 3 * MINUTE, T + 4 * MINUTE, 6, 4));
  }

  @Test
  void nothingIsFoundBeforeEnoughIsKnown() {
    assertThat(found(SETTINGS, List.of(1., 9.))).isEmpty();
  }

  @Test
  void whatIsLongAgoIsForgotten() {
    List<Double> faces = new ArrayList<>(List.of(2., 2., 2., 20.));
    while (faces.size() < 100) {
      faces.add(2.);
    }
    faces.add(10.);
    assertThat(found(SETTINGS, faces)).as("20 was within two hours").containsExactly(3);
    faces.set(100, 2.);
    while (faces.size() < 124) {
      faces.add(2.);
    }
    faces.add(10.);
    assertThat(found(SETTINGS, faces)).containsExactly(3, 124);
  }

  @Test
  void aCooldownHoldsBackTheNext() {
    CrowdPeak.Settings settings =
        new CrowdPeak.Settings(5, 0.25, 120 * MINUTE, 0.7, 3, 30 * MINUTE);
    assertThat(found(settings, List.of(1., 1., 1., 6., 1., 9., 1., 12.))).containsExactly(3);
  }

  @Property(tries = 200)
  void eachIsHigherThanAllThatCouldBeComparedAndNeverTwoInOneCrowd(
      @ForAll @Size(min = 5, max = 200) List<@DoubleRange(min = 0, max = 30) Double> faces) {
    int last = -1;
    for (int n : found(SETTINGS, faces)) {
      double highest =
          faces.subList(Math.max(0, n - 120), n).stream().mapToDouble(f -> f).max().orElse(0);
      // Face time is in whole milliseconds.
      assertThat(faces.get(n)).isGreaterThan(1.25 * highest - 0.001).isGreaterThanOrEqualTo(4.999);
      if (last >= 0) {
        double lowest = faces.subList(last, n).stream().mapToDouble(f -> f).min().orElse(0);
        assertThat(lowest).isLessThan(0.7 * highest + 0.001);
      }
      last = n;
    }
  }
}
