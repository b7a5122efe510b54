package io.moodline.aggregator.webhook;

import io.moodline.aggregator.webhook.Answer.Outcome;
import io.moodline.schemas.Moment;
import io.moodline.topics.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers moments to one receiver, in order, one at a time. Its consumer group is the receiver's
 * own: how far this receiver has come is what the group has committed, whatever others do, and
 * survives a restart. An offset is committed when its moment has arrived, or has become a dead
 * letter.
 */
final class Deliveries implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long BROKER_WAIT_MS = 1_000;

  private final String name;
  private final Receiver receiver;
  private final WebhookSettings settings;
  private final Topic<String, Moment> moments;
  private final Consumer<byte[], byte[]> consumer;
  private final DeadMoments dead;
  private final Random random = new Random();
  private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
  private int failures;
  private long notBeforeNs = System.nanoTime();
  private volatile boolean stopping;

  /** This thread while it waits for an answer, or null; guarded by this. */
  private Thread sending;

  /**
   * @param name of the receiver, for messages: without credentials
   * @param consumer of the receiver's own group; closed at the end
   */
  Deliveries(
      String name,
      Receiver receiver,
      WebhookSettings settings,
      Topic<String, Moment> moments,
      Consumer<byte[], byte[]> consumer,
      DeadMoments dead) {
    this.name = name;
    this.receiver = receiver;
    this.settings = settings;
    this.moments = moments;
    this.consumer = consumer;
    this.dead = dead;
  }

  /** Ends {@link #run()} soon; from any thread. */
  synchronized void stop() {
    stopping = true;
    consumer.wakeup();
    // Not while it says goodbye to its group: only an answer need not be waited for.
    if (sending != null) {
      sending.interrupt();
    }
  }

  @Override
  public void run() {
    try {
      consumer.subscribe(Set.of(moments.name()), new Rebalance());
      while (!stopping) {
        step();
      }
    } catch (WakeupException | InterruptException | InterruptedException e) {
      // Asked to stop; what was not committed is delivered after the next start.
    } finally {
      consumer.close();
    }
  }

  private void step() throws InterruptedException {
    try {
      // Polling keeps the membership of the group while a receiver is away for long.
      consumer.poll(waiting.isEmpty() ? POLL : Duration.ofMillis(pauseMs())).forEach(waiting::add);
      // One at a time: a slow receiver must not keep us from polling for too long.
      if (!waiting.isEmpty() && System.nanoTime() - notBeforeNs >= 0) {
        deliver(waiting.getFirst());
      }
      if (waiting.isEmpty()) {
        consumer.resume(consumer.paused());
      } else {
        consumer.pause(consumer.assignment());
      }
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warn("moments for {} wait for Kafka: {}", name, e.toString());
      waitMs(BROKER_WAIT_MS);
      Thread.sleep(POLL.toMillis());
    } catch (RuntimeException e) {
      LOG.error("moments for {} wait, as something is wrong", name, e);
      waitMs(BROKER_WAIT_MS);
      Thread.sleep(POLL.toMillis());
    }
  }

  private long pauseMs() {
    long leftMs = Duration.ofNanos(notBeforeNs - System.nanoTime()).toMillis();
    return Math.max(0, Math.min(POLL.toMillis(), leftMs));
  }

  private void waitMs(long ms) {
    notBeforeNs = System.nanoTime() + Duration.ofMillis(ms).toNanos();
  }

  private void deliver(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    Answer answer = attempt(record);
    if (answer.outcome() == Outcome.RETRY && failures + 1 < settings.attempts()) {
      failures++;
      long waitMs = settings.backoff().delayMs(failures, random.nextDouble());
      LOG.debug("{} waits {} ms for {}: {}", placeOf(record), waitMs, name, answer.reason());
      waitMs(waitMs);
      return;
    }
    if (answer.outcome() != Outcome.DELIVERED) {
      String why =
          answer.outcome() == Outcome.RETRY ? attempts() + answer.reason() : answer.reason();
      LOG.warn("the moment at {} is not delivered to {}: {}", placeOf(record), name, why);
      dead.write(record, name + ": " + why);
    }
    done(record);
  }

  /**
   * Whatever goes wrong with one moment, even unforeseen, must not end the deliveries of others.
   */
  private Answer attempt(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      Moment moment = moments.values().deserializer().deserialize(record.topic(), record.value());
      return moment == null || !settings.sends(moment.getKind()) ? Answer.NOT_SENT : send(moment);
    } catch (InterruptException e) {
      throw e;
    } catch (SerializationException e) {
      return new Answer(Outcome.REFUSED, "not readable as a moment: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("the moment at {} cannot be sent to {} now", placeOf(record), name, e);
      return new Answer(Outcome.RETRY, "it cannot be sent: " + e);
    }
  }

  private static String placeOf(ConsumerRecord<byte[], byte[]> record) {
    return partitionOf(record) + "@" + record.offset();
  }

  private Answer send(Moment moment) throws InterruptedException {
    synchronized (this) {
      if (stopping) {
        throw new InterruptedException();
      }
      sending = Thread.currentThread();
    }
    try {
      return receiver.send(moment);
    } finally {
      synchronized (this) {
        sending = null;
        Thread.interrupted();
      }
    }
  }

  private String attempts() {
    return "given up after " + settings.attempts() + " attempts, ";
  }

  private void done(ConsumerRecord<byte[], byte[]> record) {
    failures = 0;
    waiting.removeFirst();
    consumer.commitSync(Map.of(partitionOf(record), new OffsetAndMetadata(record.offset() + 1)));
  }

  private static TopicPartition partitionOf(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private final class Rebalance implements ConsumerRebalanceListener {

    /** Whoever works on them now delivers what waits here. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      waiting.removeIf(record -> partitions.contains(partitionOf(record)));
      failures = 0;
    }

    /**
     * A new receiver is not told of the past; but from here on it misses nothing, even when this
     * service stops before it has delivered anything.
     */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> known = consumer.committed(new HashSet<>(partitions));
      for (TopicPartition partition : partitions) {
        if (known.get(partition) == null) {
          consumer.commitSync(
              Map.of(partition, new OffsetAndMetadata(consumer.position(partition))));
        }
      }
    }
  }
}
