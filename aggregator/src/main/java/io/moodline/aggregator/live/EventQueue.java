package io.moodline.aggregator.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Events that one reader has yet to be sent, in order. Whoever reads too slowly loses emotions, the
 * oldest first; only when there are none left, the rest. Thread-safe.
 */
final class EventQueue {

  private record Numbered(long number, LiveEvent event) {}

  private final int capacity;
  private final Deque<Numbered> emotions = new ArrayDeque<>();
  private final Deque<Numbered> others = new ArrayDeque<>();
  private long number;
  private long dropped;
  private boolean closed;

  /**
   * @param capacity how many events wait at most, from 1
   */
  EventQueue(int capacity) {
    this.capacity = capacity;
  }

  /** Adds an event; never waits. */
  synchronized void offer(LiveEvent event) {
    (event instanceof LiveEvent.Emotion ? emotions : others).add(new Numbered(number++, event));
    if (emotions.size() + others.size() > capacity) {
      (emotions.isEmpty() ? others : emotions).remove();
      dropped++;
    }
    notifyAll();
  }

  /** Nobody waits any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /**
   * Takes all that wait.
   *
   * @param patienceMs how long to wait for the first, milliseconds
   * @return an empty batch when there was none in time
   */
  synchronized Batch take(long patienceMs) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
    while (!closed && emotions.isEmpty() && others.isEmpty()) {
      long leftMs = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (leftMs <= 0) {
        break;
      }
      wait(leftMs);
    }
    List<Numbered> all = new ArrayList<>(emotions);
    all.addAll(others);
    all.sort(Comparator.comparingLong(Numbered::number));
    Batch batch = new Batch(dropped, all.stream().map(Numbered::event).toList());
    emotions.clear();
    others.clear();
    dropped = 0;
    return batch;
  }
}
