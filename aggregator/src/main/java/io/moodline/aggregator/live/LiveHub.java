package io.moodline.aggregator.live;

import io.moodline.aggregator.api.NotReadyException;
import io.moodline.config.MoodlineConfig;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Hands events to whoever listens. One tail reads for all of them: it starts with the first and
 * ends with the last. Thread-safe.
 */
public final class LiveHub implements AutoCloseable {

  /** At most so many listen at once. */
  public static final int MAX_LISTENERS = 64;

  private static final int CAPACITY = 1_000;
  private static final long READY_MS = 5_000;

  /** A hub that reads the topics of emotions, moments and camera states. */
  public static LiveHub of(MoodlineConfig config, UnaryOperator<String> sites) {
    return new LiveHub(reader -> new LiveTail(config, reader), sites);
  }

  /** What reads, while anybody listens. */
  interface Source extends AutoCloseable {
    /** Waits until nothing that is written from now on will be missed. */
    boolean awaitReady(long patienceMs) throws InterruptedException;

    @Override
    void close();
  }

  private final Function<Consumer<LiveEvent>, Source> tails;
  private final UnaryOperator<String> sites;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private Source tail;
  private boolean closed;

  /**
   * @param tails starts what reads
   * @param sites camera to its site, or null when that is not known
   */
  LiveHub(Function<Consumer<LiveEvent>, Source> tails, UnaryOperator<String> sites) {
    this.tails = tails;
    this.sites = sites;
  }

  /** Somebody who listens, until closed. Used by one thread. */
  public final class Listener implements AutoCloseable {
    private final LiveFilter filter;
    private final Source source;
    private final EventQueue queue = new EventQueue(CAPACITY);

    private Listener(LiveFilter filter, Source source) {
      this.filter = filter;
      this.source = source;
    }

    /** Waits until nothing that happens from now on will be missed; not for ever. */
    public boolean awaitReady() throws InterruptedException {
      return source.awaitReady(READY_MS);
    }

    /** What has happened; waits so long for the first. */
    public Batch take(long patienceMs) throws InterruptedException {
      return queue.take(patienceMs);
    }

    /** False when nothing more will come: the service ends. */
    public boolean isOpen() {
      return !queue.isClosed();
    }

    private void hear(LiveEvent event) {
      if (filter.wants(event, sites)) {
        queue.offer(event);
      }
    }

    @Override
    public void close() {
      leave(this);
    }
  }

  /**
   * Somebody begins to listen; empty when there are {@value #MAX_LISTENERS} already.
   *
   * @throws NotReadyException when the service ends
   */
  public synchronized Optional<Listener> join(LiveFilter filter) {
    if (closed) {
      throw new NotReadyException("this aggregator ends", null);
    }
    if (listeners.size() >= MAX_LISTENERS) {
      return Optional.empty();
    }
    if (tail == null) {
      tail = tails.apply(event -> listeners.forEach(listener -> listener.hear(event)));
    }
    Listener listener = new Listener(filter, tail);
    listeners.add(listener);
    return Optional.of(listener);
  }

  private synchronized void leave(Listener listener) {
    listeners.remove(listener);
    if (listeners.isEmpty()) {
      closeTail();
    }
  }

  /** How many listen. */
  public int listeners() {
    return listeners.size();
  }

  @Override
  public synchronized void close() {
    closed = true;
    listeners.forEach(listener -> listener.queue.close());
    closeTail();
  }

  private void closeTail() {
    if (tail != null) {
      tail.close();
      tail = null;
    }
  }
}
