package io.moodline.aggregator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchedCamerasTest {

  private final AtomicLong now = new AtomicLong();
  private final WatchedCameras cameras =
      new WatchedCameras(Duration.ofSeconds(15), Duration.ofSeconds(10), now::get);

  private void pass(long seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void theFirstToAskGetsTheNextPictureAndTheSecondTheSame() {
    CompletableFuture<LatestPicture> first = cameras.ask("door");
    assertThat(first).isNotDone();
    cameras.received("till", 5, new byte[1]);
    assertThat(first).isNotDone();
    cameras.received("door", 7, new byte[2]);
    assertThat(first.join().capturedAtMs()).isEqualTo(7);
    pass(10);
    assertThat(cameras.ask("door").join().capturedAtMs()).isEqualTo(7);
  }

  @Test
  void anOldPictureIsNotTheLatest() {
    assertThat(cameras.ask("door")).isNotNull();
    cameras.received("door", 7, new byte[2]);
    pass(11);
    assertThat(cameras.ask("door")).isNotDone();
  }

  @Test
  void whoeverGivesUpIsForgotten() {
    for (int i = 0; i < 100; i++) {
      CompletableFuture<LatestPicture> asked = cameras.ask("door");
      asked.completeExceptionally(new TimeoutException());
    }
    CompletableFuture<LatestPicture> last = cameras.ask("door");
    assertThat(cameras.waiting("door")).isEqualTo(1);
    cameras.received("door", 7, new byte[2]);
    assertThat(last.join().capturedAtMs()).isEqualTo(7);
    assertThat(cameras.waiting("door")).isZero();
  }

  @Test
  void whatNobodyAsksForIsForgotten() {
    assertThat(cameras.ask("door")).isNotNull();
    cameras.received("door", 7, new byte[2]);
    pass(8);
    assertThat(cameras.ask("till")).isNotNull();
    pass(8);
    assertThat(cameras.watched()).containsExactly("till");
    pass(-10);
    assertThat(cameras.ask("door")).as("its picture has gone").isNotDone();
  }
}
