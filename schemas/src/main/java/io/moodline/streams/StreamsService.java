package io.moodline.streams;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka Streams application and what belongs to it, started and stopped together.
 *
 * <p>A stream thread that dies is replaced, unless they keep dying ({@link ThreadDeaths}): then the
 * service stops, and {@link #awaitStop()} returns.
 */
public final class StreamsService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  /** Less than the patience with which the service is closed. */
  private static final Duration REGISTRY_PAUSE = Duration.ofSeconds(5);

  private final String name;
  private final KafkaStreams streams;
  private final List<AutoCloseable> resources;
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * @param name of the service, for messages
   * @param topology what it runs
   * @param settings Kafka Streams' settings
   * @param resources closed after the streams, in this order
   */
  public StreamsService(
      String name, Topology topology, Properties settings, List<AutoCloseable> resources) {
    this.name = name;
    this.streams = new KafkaStreams(topology, settings);
    this.resources = List.copyOf(resources);
    ThreadDeaths deaths = new ThreadDeaths(name, System::nanoTime, this::pause);
    streams.setUncaughtExceptionHandler(deaths::of);
    streams.setStateListener(
        (to, from) -> {
          LOG.debug("{}: {} -> {}", name, from, to);
          if (to == KafkaStreams.State.RUNNING) {
            running.countDown();
          } else if (to == KafkaStreams.State.NOT_RUNNING || to == KafkaStreams.State.ERROR) {
            running.countDown();
            stopped.countDown();
          }
        });
  }

  /** Starts the threads and returns at once. */
  public void start() {
    streams.start();
  }

  /**
   * Waits until the service works.
   *
   * @return false when it does not within {@code patience}
   */
  public boolean awaitRunning(Duration patience) throws InterruptedException {
    return running.await(patience.toMillis(), TimeUnit.MILLISECONDS)
        && streams.state() != KafkaStreams.State.ERROR;
  }

  /** Waits until the service has stopped, of its own or by {@link #close()}. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** True when it stopped because of errors. */
  public boolean failed() {
    return streams.state() == KafkaStreams.State.ERROR;
  }

  /** The running application, for queries and metrics. */
  public KafkaStreams streams() {
    return streams;
  }

  /** The service's name. */
  public String name() {
    return name;
  }

  private void pause() {
    try {
      stopped.await(REGISTRY_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    // Says goodbye to the group, so that others take over at once instead of after the session
    // timeout.
    CloseOptions goodbye =
        CloseOptions.timeout(CLOSE_PATIENCE)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    if (!streams.close(goodbye)) {
      LOG.warn("{}: did not stop within {} s", name, CLOSE_PATIENCE.toSeconds());
    }
    for (AutoCloseable resource : resources) {
      try {
        resource.close();
      } catch (Exception e) {
        LOG.warn("{}: could not close {}", name, resource, e);
      }
    }
    stopped.countDown();
  }
}
