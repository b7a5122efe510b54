package io.moodline.aggregator.moment;

import static io.moodline.aggregator.moment.Minutes.T;
import static io.moodline.aggregator.moment.Minutes.showing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class EmotionSurgeTest {

  private static final long MINUTE = Minute.LENGTH_MS;

  private static final EmotionSurge.Settings SETTINGS =
      new EmotionSurge.Settings(3, 10, 0.15, 4, 10, 1_000_000, 0);

  private static List<EmotionSurge.Found> play(
      EmotionSurge.Settings settings, int minutes, IntFunction<Minute> at) {
    EmotionSurge surge = new EmotionSurge(settings, EmotionSurge.State.NONE);
    List<EmotionSurge.Found> found = new ArrayList<>();
    for (int n = 0; n < minutes; n++) {
      surge.see(at.apply(n)).ifPresent(found::add);
      surge = new EmotionSurge(settings, surge.state());
    }
    return found;
  }

  private static Minute surprised(int n, long faces, double share) {
    return showing(n, faces, Emotion.SURPRISE, share);
  }

  @Test
  void aShareThatRisesFarIsFoundOnce() {
    // 13 minutes of 20 faces with 0.1, then 0.5. After the first the last three have 0.2333, which
    // is not 0.15 more. After the second they have 0.3667, with 60 faces; before them were 12
    // minutes, 240 faces. p = (22 + 24) / 300 = 0.15333,
    // z = 0.26667 / sqrt(0.15333 * 0.84667 * (1/60 + 1/240)) = 5.13.
    List<EmotionSurge.Found> found = play(SETTINGS, 100, n -> surprised(n, 20, n < 13 ? 0.1 : 0.5));
    assertThat(found).hasSize(1);
    EmotionSurge.Found surge = found.get(0);
    assertThat(surge.emotion()).isEqualTo(Emotion.SURPRISE);
    assertThat(surge.sinceMs()).isEqualTo(T + 12 * MINUTE);
    assertThat(surge.untilMs()).isEqualTo(T + 15 * MINUTE);
    assertThat(surge.share()).isCloseTo(1.1 / 3, within(1e-9));
    assertThat(surge.usual()).isCloseTo(0.1, within(1e-4));
  }

  @Test
  void fewFacesProveNothing() {
    assertThat(play(SETTINGS, 100, n -> surprised(n, 3, n % 30 < 27 ? 0.1 : 0.9)))
        .as("9 faces in three minutes")
        .isEmpty();
    assertThat(play(SETTINGS, 100, n -> surprised(n, 4, n < 50 ? 0.1 : 0.3)))
        .as("12 faces, but z = 0.2 / sqrt(p q (1/12 + 1/200)), below 2.3")
        .isEmpty();
  }

  @Test
  void aSmallRiseIsNoSurgeHoweverCertain() {
    assertThat(play(SETTINGS, 100, n -> surprised(n, 5_000, n < 50 ? 0.1 : 0.2))).isEmpty();
  }

  @Test
  void theNextNeedsThatTheFirstIsOver() {
    // Over at a rise below 0.075: three minutes of 0.1 in a row.
    IntFunction<Minute> twice =
        n -> surprised(n, 20, (n >= 20 && n < 25) || (n >= 26 && n < 30) ? 0.6 : 0.1);
    assertThat(play(SETTINGS, 60, twice)).hasSize(1);
    IntFunction<Minute> apart =
        n -> surprised(n, 20, (n >= 20 && n < 25) || (n >= 35 && n < 40) ? 0.6 : 0.1);
    assertThat(play(SETTINGS, 60, apart)).hasSize(2);
    EmotionSurge.Settings cool =
        new EmotionSurge.Settings(3, 10, 0.15, 4, 10, 1_000_000, 30 * MINUTE);
    assertThat(play(cool, 60, apart)).hasSize(1);
  }

  @Test
  void growingNeutralIsNoSurge() {
    assertThat(play(SETTINGS, 60, n -> showing(n, 20, Emotion.NEUTRAL, n < 30 ? 0.3 : 0.95)))
        .isEmpty();
  }

  @Test
  void aLongWayBackIsNotAmongTheLastMinutes() {
    // Two minutes of 0.9 with an hour in between are never together among the last three.
    EmotionSurge surge = new EmotionSurge(SETTINGS, EmotionSurge.State.NONE);
    for (int n = 0; n < 20; n++) {
      surge.see(surprised(n, 20, 0.1));
    }
    surge.see(surprised(80, 4, 0.5));
    assertThat(surge.state().recent()).hasSize(1);
    assertThat(surge.state().usual().minutes()).isEqualTo(20);
  }

  @Test
  void ordinaryUpsAndDownsRaiseNoAlarm() {
    EmotionSurge.Settings defaults =
        new EmotionSurge.Settings(5, 10, 0.15, 4, 30, 240, 30 * MINUTE);
    int alarms = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      alarms +=
          play(
                  defaults,
                  5_000,
                  n -> {
                    int faces = 1 + random.nextInt(6);
                    double share = 0;
                    for (int i = 0; i < faces; i++) {
                      share += random.nextDouble() < 0.2 ? 0.8 : 0.05;
                    }
                    return surprised(n, faces, share / faces);
                  })
              .size();
    }
    // 100,000 minutes, 69 days.
    assertThat(alarms).isLessThanOrEqualTo(5);
  }
}
