package io.moodline.ingest.flow;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Knows which frames of a session are under way: captured, but without a known outcome. Bounds
 * their number, so that neither memory nor topics fill up while the pipeline is behind.
 *
 * <p>Outcomes come in any order and may come twice; a resumed session hears of frames that its
 * predecessor captured before it captures them again. Thread-safe.
 */
public final class InFlightWindow {

  private final int limit;
  private final Lock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();

  /** Outcomes known beyond the finished prefix. */
  private final BitSet beyond = new BitSet();

  private long captured;
  private long finished;
  private long known;

  /**
   * @param limit most frames under way, 1 or more
   * @param progress what is known already, when the session is resumed
   */
  public InFlightWindow(int limit, Progress progress) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", but must be 1 or more");
    }
    this.limit = limit;
    this.finished = progress.finished();
    this.captured = finished;
    this.beyond.or(progress.beyond());
    this.known = finished + beyond.cardinality();
  }

  /** What is known now, from which a successor can go on. */
  public Progress progress(long session) {
    lock.lock();
    try {
      return new Progress(session, finished, beyond);
    } finally {
      lock.unlock();
    }
  }

  /** Takes note that a frame was captured, whether there is room or not. */
  public void capture(long sequence) {
    lock.lock();
    try {
      captured = Math.max(captured, sequence + 1);
    } finally {
      lock.unlock();
    }
  }

  /** True when one more frame may be under way. */
  public boolean hasRoom() {
    lock.lock();
    try {
      return captured - known < limit;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until one more frame may be under way.
   *
   * @return false when there is no room within {@code patienceMs}
   */
  public boolean awaitRoom(long patienceMs) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(patienceMs);
    lock.lockInterruptibly();
    try {
      while (captured - known >= limit) {
        if (left <= 0) {
          return false;
        }
        left = room.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes note that a frame's outcome is known. What is known already is ignored. */
  public void finish(long sequence) {
    lock.lock();
    try {
      if (sequence < finished || beyond.get(index(sequence))) {
        return;
      }
      beyond.set(index(sequence));
      known++;
      int prefix = beyond.nextClearBit(0);
      if (prefix > 0) {
        shift(prefix);
      }
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private int index(long sequence) {
    return Math.toIntExact(sequence - finished);
  }

  private void shift(int prefix) {
    BitSet rest = beyond.get(prefix, Math.max(prefix, beyond.length()));
    beyond.clear();
    beyond.or(rest);
    finished += prefix;
  }

  /** Frames captured in this session: the next frame's sequence. */
  public long captured() {
    lock.lock();
    try {
      return captured;
    } finally {
      lock.unlock();
    }
  }

  /** Frames from the session's first on whose outcome is known, without a gap. */
  public long finished() {
    lock.lock();
    try {
      return finished;
    } finally {
      lock.unlock();
    }
  }

  /** Frames captured whose outcome is not known. */
  public long inFlight() {
    lock.lock();
    try {
      return Math.max(0, captured - known);
    } finally {
      lock.unlock();
    }
  }
}
