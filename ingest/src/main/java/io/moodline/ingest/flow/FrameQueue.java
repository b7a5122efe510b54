package io.moodline.ingest.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A bounded queue between the thread that decodes and the one that sends. When it is full, a live
 * camera's oldest item makes room for the newest, and a file's decoder waits.
 *
 * <p>Thread-safe.
 */
public final class FrameQueue<T> {

  private final int capacity;
  private final Deque<T> items = new ArrayDeque<>();
  private boolean closed;

  /**
   * @param capacity most items, 1 or more
   */
  public FrameQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is " + capacity + ", but must be 1 or more");
    }
    this.capacity = capacity;
  }

  /**
   * Adds an item at once, if need be in the place of the oldest.
   *
   * @return the item that had to go; also the new one, when the queue is closed
   */
  public synchronized Optional<T> offerNewest(T item) {
    if (closed) {
      return Optional.of(item);
    }
    Optional<T> dropped =
        items.size() < capacity ? Optional.empty() : Optional.of(items.removeFirst());
    items.addLast(item);
    notifyAll();
    return dropped;
  }

  /**
   * Adds an item, waiting for room.
   *
   * @return false when there was none within {@code patienceMs} or the queue is closed
   */
  public synchronized boolean offer(T item, long patienceMs) throws InterruptedException {
    long deadline = System.nanoTime() + patienceMs * 1_000_000;
    while (items.size() >= capacity && !closed) {
      long leftMs = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        return false;
      }
      wait(leftMs);
    }
    if (closed) {
      return false;
    }
    items.addLast(item);
    notifyAll();
    return true;
  }

  /** The oldest item, waiting for one; empty when the queue is closed and has been emptied. */
  public synchronized Optional<T> take() throws InterruptedException {
    while (items.isEmpty() && !closed) {
      wait();
    }
    Optional<T> item = Optional.ofNullable(items.pollFirst());
    notifyAll();
    return item;
  }

  /** Takes no more items; what is in it can still be taken. */
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
