package io.moodline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.serde.AvroSerdes;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadDeathsTest {

  private final AtomicLong nowNanos = new AtomicLong();
  private final AtomicInteger pauses = new AtomicInteger();
  private final ThreadDeaths deaths =
      new ThreadDeaths("test", nowNanos::get, pauses::incrementAndGet);

  private static final Exception DEATH = new StreamsException("it was only a test");

  private boolean isReplacedAfter(Throwable cause) {
    return deaths.of(cause) == StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  @Test
  void whoseThreadsKeepDyingStops() {
    for (int i = 0; i < ThreadDeaths.MAX_DEATHS; i++) {
      assertThat(isReplacedAfter(DEATH)).isTrue();
    }
    assertThat(isReplacedAfter(DEATH)).isFalse();
    assertThat(pauses).hasValue(0);
  }

  @Test
  void oneDeathEverySevenSecondsIsNone() {
    for (int i = 0; i < 100; i++) {
      assertThat(isReplacedAfter(DEATH)).isTrue();
      nowNanos.addAndGet(TimeUnit.SECONDS.toNanos(7));
    }
  }

  @Test
  void whoHasNoMemoryLeftStopsAtOnce() {
    assertThat(isReplacedAfter(new OutOfMemoryError())).isFalse();
  }

  @Test
  void aRegistryThatIsAwayIsWaitedForForEver() {
    Exception away = new StreamsException("cannot read", failureOfTheRegistry());
    for (int i = 0; i < 100; i++) {
      assertThat(isReplacedAfter(away)).isTrue();
    }
    assertThat(pauses).hasValue(100);
  }

  /** Nobody listens on port 1. */
  static RuntimeException failureOfTheRegistry() {
    Topics topics = new Topics("test", AvroSerdes.of("http://127.0.0.1:1/apis/registry/v3"));
    Topic<String, ?> frames = topics.frames();
    try {
      frames.values().deserializer().deserialize(frames.name(), new byte[] {0, 0, 0, 0, 7, 1});
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("the schema was found");
  }
}
