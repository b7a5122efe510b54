package io.moodline.aggregator.live;

import io.moodline.config.MoodlineConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is written from now on, on a thread of its own, until it is closed. */
final class LiveTail implements LiveHub.Source {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTail.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PAUSE_MS = 1_000;

  private final MoodlineConfig config;
  private final java.util.function.Consumer<LiveEvent> reader;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts to read.
   *
   * @param reader is called on this tail's thread and must not wait
   */
  LiveTail(MoodlineConfig config, java.util.function.Consumer<LiveEvent> reader) {
    this.config = config;
    this.reader = reader;
    this.thread = new Thread(this::readUntilClosed, "live-tail");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public boolean awaitReady(long patienceMs) throws InterruptedException {
    return ready.await(patienceMs, TimeUnit.MILLISECONDS) && !closed;
  }

  private void readUntilClosed() {
    while (!closed) {
      try (Consumer<byte[], byte[]> consumer = Tail.consumer(config)) {
        read(consumer);
      } catch (RuntimeException e) {
        LOG.warn("live events stop for a second: {}", e.toString());
        pause();
      }
    }
  }

  private void read(Consumer<byte[], byte[]> consumer) {
    LiveTopics topics = new LiveTopics(config.topics());
    List<TopicPartition> partitions = Tail.partitions(consumer, topics.names());
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    ready.countDown();
    while (!closed) {
      consumer.poll(POLL).forEach(record -> topics.event(record).ifPresent(reader));
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends within a poll; it waits for nothing, and whoever waits for it waits no longer. */
  @Override
  public void close() {
    closed = true;
    ready.countDown();
  }
}
