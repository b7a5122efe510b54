package io.moodline.ingest.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FrameQueueTest {

  @Test
  void theOldestMakesRoomForTheNewest() throws InterruptedException {
    FrameQueue<Integer> queue = new FrameQueue<>(2);
    assertThat(queue.offerNewest(1)).isEmpty();
    assertThat(queue.offerNewest(2)).isEmpty();
    assertThat(queue.offerNewest(3)).contains(1);
    assertThat(queue.take()).contains(2);
    assertThat(queue.take()).contains(3);
  }

  @Test
  void whoMayNotDropWaits() throws InterruptedException {
    FrameQueue<Integer> queue = new FrameQueue<>(1);
    assertThat(queue.offer(1, 1)).isTrue();
    assertThat(queue.offer(2, 1)).isFalse();
    assertThat(queue.take()).contains(1);
    assertThat(queue.offer(2, 1)).isTrue();
  }

  @Test
  void aClosedQueueIsEmptiedAndThenOver() throws InterruptedException {
    FrameQueue<Integer> queue = new FrameQueue<>(2);
    assertThat(queue.offer(1, 1)).isTrue();
    queue.close();
    assertThat(queue.offer(2, 1)).isFalse();
    assertThat(queue.offerNewest(3)).contains(3);
    assertThat(queue.take()).contains(1);
    assertThat(queue.take()).isEqualTo(Optional.empty());
  }

  @Test
  void whatOneThreadPutsAnotherTakesInOrder() throws InterruptedException {
    FrameQueue<Integer> queue = new FrameQueue<>(3);
    List<Integer> taken = new CopyOnWriteArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                for (Optional<Integer> item = queue.take(); item.isPresent(); item = queue.take()) {
                  taken.add(item.get());
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    reader.start();
    for (int i = 0; i < 100; i++) {
      assertThat(queue.offer(i, 10_000)).isTrue();
    }
    queue.close();
    await().until(() -> !reader.isAlive());
    assertThat(taken).hasSize(100).isSorted();
  }
}
