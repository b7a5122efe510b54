package io.moodline.ingest.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Property
  void pausesDoubleUpToTheCapShortenedByAtMostHalf(@ForAll long seed) {
    Backoff backoff =
        new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), new SplittableRandom(seed));
    long[] full = {1000, 2000, 4000, 8000, 8000, 8000};
    for (long expected : full) {
      assertThat(backoff.next().toMillis()).isBetween(expected / 2, expected);
    }
    backoff.reset();
    assertThat(backoff.next().toMillis()).isBetween(500L, 1000L);
  }

  @Test
  void camerasThatDroppedTogetherComeBackApart() {
    long distinct =
        new SplittableRandom(1)
            .longs(50)
            .map(
                seed ->
                    new Backoff(
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(8),
                            new SplittableRandom(seed))
                        .next()
                        .toMillis())
            .distinct()
            .count();
    assertThat(distinct).isGreaterThan(25);
  }

  @Test
  void wrongPausesAreRefused() {
    assertThatThrownBy(
            () ->
                new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), new SplittableRandom(1)))
        .hasMessageContaining("PT2S");
  }
}
