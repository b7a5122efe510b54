package io.moodline.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.detector.search.Search;
import io.moodline.detector.search.Zones;
import io.moodline.schemas.Frame;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPaceTest {

  private static final long NOW = 1_700_000_000_000L;

  private static SearchPace every(int frames) {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);
    return new SearchPace(frames, new Freshness(Duration.ofSeconds(2), clock));
  }

  private static Frame frame(long sequence, boolean live, long ageMs) {
    return Frame.newBuilder()
        .setCameraId("door")
        .setSession(1)
        .setSequence(sequence)
        .setCapturedAtMs(NOW - ageMs)
        .setLive(live)
        .setWidth(640)
        .setHeight(360)
        .setEncoding("image/jpeg")
        .setImage(ByteBuffer.allocate(0))
        .build();
  }

  private static List<Long> searched(SearchPace pace, Search search, boolean live, long ageMs) {
    return LongStream.range(0, 12)
        .filter(sequence -> pace.isDue(frame(sequence, live, ageMs), search))
        .boxed()
        .toList();
  }

  @Test
  void everyThirdFrameIsSearched() {
    assertThat(searched(every(3), Search.DEFAULT, true, 0)).containsExactly(0L, 3L, 6L, 9L);
  }

  @Test
  void theCamerasOwnPaceWins() {
    Search own =
        new Search(
            Optional.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalInt.of(4),
            Zones.EVERYWHERE);
    assertThat(searched(every(3), own, true, 0)).containsExactly(0L, 4L, 8L);
  }

  /** The limit is 2000 ms: each 400 ms make a step longer. */
  @ParameterizedTest
  @CsvSource({"-50,12", "0,12", "399,12", "400,6", "1000,4", "1700,3", "5000,3"})
  void theLaterLiveFramesComeTheMoreRarelyTheyAreSearched(long ageMs, int frames) {
    assertThat(searched(every(0), Search.DEFAULT, true, ageMs)).hasSize(frames);
  }

  @Test
  void filesAreSearchedWhole() {
    assertThat(searched(every(0), Search.DEFAULT, false, 1_000_000)).hasSize(12);
  }
}
