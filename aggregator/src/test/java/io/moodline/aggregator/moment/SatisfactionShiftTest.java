package io.moodline.aggregator.moment;

import static io.moodline.aggregator.moment.Minutes.T;
import static io.moodline.aggregator.moment.Minutes.satisfied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SatisfactionShiftTest {

  private static final long MINUTE = Minute.LENGTH_MS;

  /** The defaults of the configuration. */
  private static final SatisfactionShift.Settings DEFAULTS =
      new SatisfactionShift.Settings(50, 30, 240, 5, 10, 2, 30 * MINUTE);

  /** Quick to learn, for figures that can be worked by hand. */
  private static final SatisfactionShift.Settings QUICK =
      new SatisfactionShift.Settings(50, 4, 240, 4, 10, 2, 10 * MINUTE);

  private static List<SatisfactionShift.Found> play(
      SatisfactionShift shift, int from, int to, IntToDoubleFunction satisfaction) {
    List<SatisfactionShift.Found> found = new ArrayList<>();
    for (int n = from; n < to; n++) {
      shift.see(satisfied(n, satisfaction.applyAsDouble(n))).ifPresent(found::add);
    }
    return found;
  }

  private static SatisfactionShift fresh(SatisfactionShift.Settings settings) {
    return new SatisfactionShift(settings, SatisfactionShift.State.NONE);
  }

  @Test
  void aLargeDropAfterACalmTimeIsFoundAtOnce() {
    // Four minutes of 60: mean 60, deviation 0, so 2 is believed; slack 10 / 2 / 2 = 2.5.
    // 46 is 7 deviations below: 7 - 2.5 = 4.5 reaches 4, and 14 points are more than 10.
    SatisfactionShift shift = fresh(QUICK);
    assertThat(play(shift, 0, 4, n -> 60)).isEmpty();
    assertThat(shift.see(satisfied(4, 46)))
        .contains(new SatisfactionShift.Found(T + 4 * MINUTE, T + 5 * MINUTE, 60, 46));
  }

  @Test
  void aRiseIsFoundLikewise() {
    SatisfactionShift shift = fresh(QUICK);
    play(shift, 0, 4, n -> 60);
    SatisfactionShift.Found found = shift.see(satisfied(4, 74)).orElseThrow();
    assertThat(found.rise()).isTrue();
    assertThat(found.after()).isEqualTo(74);
  }

  @Test
  void sumsGoTheirWay() {
    // 52 is 4 deviations of 2 below 60: down = 4 - 2.5 = 1.5, not above 0.4 * 4. Then 52 is learnt:
    // mean 58.4,
    // variance
    // 0.8 * 0.2 * 64 = 10.24, deviation 3.2, and neighbours that are unlike, so no more. 46 is
    // 12.4 / 3.2 = 3.875 below, slack 5 / 3.2 = 1.5625: down = 1.5 + 3.875 - 1.5625 = 3.8125.
    SatisfactionShift shift = fresh(QUICK);
    play(shift, 0, 4, n -> 60);
    assertThat(shift.see(satisfied(4, 52))).isEmpty();
    assertThat(shift.state().down())
        .isEqualTo(new SatisfactionShift.Sum(1.5, T + 4 * MINUTE, 52, 1));
    assertThat(shift.state().usual().mean()).isCloseTo(58.4, within(1e-9));
    assertThat(shift.see(satisfied(5, 46))).isEmpty();
    assertThat(shift.state().down().value()).isCloseTo(3.8125, within(1e-9));
    assertThat(shift.state().down().sinceMs()).isEqualTo(T + 4 * MINUTE);
    assertThat(shift.state().up()).isEqualTo(SatisfactionShift.Sum.ZERO);
    assertThat(shift.state().down().total()).isEqualTo(98);
    // That is high: of 46 only 1 / 240 is learnt.
    double mean = shift.state().usual().mean();
    assertThat(shift.state().usual().count()).isEqualTo(6);
    assertThat(mean).isCloseTo(58.4 + (46 - 58.4) / 240, within(1e-9));
  }

  @Test
  void whatIsSignificantButSmallIsNoChange() {
    assertThat(play(fresh(DEFAULTS), 0, 500, n -> n < 100 ? 60 : 52)).isEmpty();
  }

  @Test
  void minutesWithFewObservationsAreLeftOut() {
    SatisfactionShift shift = fresh(QUICK);
    play(shift, 0, 4, n -> 60);
    assertThat(shift.see(satisfied(4, 0, 49))).isEmpty();
    assertThat(shift.state().down()).isEqualTo(SatisfactionShift.Sum.ZERO);
    assertThat(shift.see(satisfied(5, 0, 50))).isPresent();
  }

  @Test
  void whatHasChangedForGoodIsFoundOnce() {
    List<SatisfactionShift.Found> found = play(fresh(DEFAULTS), 0, 2_000, n -> n < 100 ? 70 : 40);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).sinceMs()).isEqualTo(T + 100 * MINUTE);
    assertThat(found.get(0).before()).isEqualTo(70);
  }

  @Test
  void aRestartInTheMidstChangesNothing() {
    SatisfactionShift one = fresh(QUICK);
    SatisfactionShift other = fresh(QUICK);
    for (int n = 0; n < 60; n++) {
      Minute minute = satisfied(n, n % 7 * 3 + (n < 30 ? 60 : 30));
      assertThat(other.see(minute)).isEqualTo(one.see(minute));
      other = new SatisfactionShift(QUICK, other.state());
    }
    assertThat(one.state()).isEqualTo(other.state());
  }

  /** Noise around 65 whose neighbours are correlated, as the same faces are seen in both. */
  private static IntToDoubleFunction noise(long seed, double deviation, double correlation) {
    Random random = new Random(seed);
    double[] last = {random.nextGaussian()};
    return n -> {
      last[0] =
          correlation * last[0] + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
      return Math.max(0, Math.min(100, 65 + deviation * last[0]));
    };
  }

  @Test
  void noiseAloneHardlyEverRaisesAnAlarm() {
    int alarms = 0;
    int correlated = 0;
    for (int seed = 0; seed < 20; seed++) {
      alarms += play(fresh(DEFAULTS), 0, 5_000, noise(seed, 6, 0)).size();
      correlated += play(fresh(DEFAULTS), 0, 5_000, noise(seed, 6, 0.5)).size();
    }
    // 100,000 minutes each, 69 days.
    assertThat(alarms).isLessThanOrEqualTo(6);
    assertThat(correlated).isLessThanOrEqualTo(40);
  }

  @Test
  void aStepOfFifteenPointsIsFoundWithinTenMinutes() {
    int inTime = 0;
    for (int seed = 0; seed < 100; seed++) {
      IntToDoubleFunction noise = noise(1_000 + seed, 6, 0);
      List<SatisfactionShift.Found> found =
          play(fresh(DEFAULTS), 0, 110, n -> noise.applyAsDouble(n) - (n < 100 ? 0 : 15));
      if (found.size() == 1 && found.get(0).untilMs() > T + 100 * MINUTE) {
        inTime++;
        assertThat(found.get(0).rise()).isFalse();
      }
    }
    assertThat(inTime).isGreaterThanOrEqualTo(99);
  }

  @Property(tries = 200)
  void neverTwoWithinTheCooldown(
      @ForAll @Size(min = 50, max = 400) List<@DoubleRange(min = 0, max = 100) Double> values,
      @ForAll @IntRange(min = 0, max = 60) int cooldownMinutes) {
    SatisfactionShift.Settings settings =
        new SatisfactionShift.Settings(50, 3, 20, 2, 1, 1, cooldownMinutes * MINUTE);
    List<SatisfactionShift.Found> found =
        play(fresh(settings), 0, values.size(), n -> values.get(n));
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.get(i).untilMs() - found.get(i - 1).untilMs())
          .isGreaterThanOrEqualTo(cooldownMinutes * MINUTE);
    }
    assertThat(found).allMatch(f -> f.sinceMs() < f.untilMs());
  }
}
