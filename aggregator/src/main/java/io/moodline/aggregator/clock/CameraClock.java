package io.moodline.aggregator.clock;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The clock of one camera: how far its records have come, in capture time.
 *
 * <p>Frame outcomes and emotion events come on two topics, and either may run ahead of the other.
 * An outcome says how many faces its frame had, so it is known which frames still lack something:
 * the clock stands at the first of these, and does not wait longer than a set time of the camera's
 * own, in case something never comes. Other cameras do not matter.
 *
 * <p>A source that begins anew with earlier capture times (a recording instead of a live stream)
 * turns the clock back; see {@link #advance}. Not thread-safe.
 */
public final class CameraClock {

  /** The clock before the first record. */
  public static final long NEVER = Long.MIN_VALUE;

  private static final int MAX_PENDING = 4096;

  private long session;
  private long maxMs = NEVER;
  private long heardMs;
  private long longestTrackMs;
  private long lateEvents;
  private final TreeMap<Long, Integer> pending = new TreeMap<>();

  /** A clock that has heard of nothing. */
  public CameraClock() {}

  /** A clock as it was written down. */
  public CameraClock(
      long session,
      long maxMs,
      long heardMs,
      long longestTrackMs,
      long lateEvents,
      SortedMap<Long, Integer> pending) {
    this.session = session;
    this.maxMs = maxMs;
    this.heardMs = heardMs;
    this.longestTrackMs = longestTrackMs;
    this.lateEvents = lateEvents;
    this.pending.putAll(pending);
  }

  /**
   * Takes note of a record.
   *
   * @param ofSession the record's session
   * @param atMs its capture time, epoch milliseconds
   * @param wallMs now, epoch milliseconds
   * @return true when a new session has turned the clock back: what was open is over
   */
  public boolean advance(long ofSession, long atMs, long wallMs) {
    heardMs = wallMs;
    boolean turnedBack = ofSession > session && maxMs != NEVER && atMs < maxMs;
    if (turnedBack) {
      pending.clear();
      maxMs = atMs;
    }
    if (ofSession >= session) {
      session = ofSession;
      maxMs = Math.max(maxMs, atMs);
    }
    return turnedBack;
  }

  /** A frame's outcome has come, and {@code faces} events are to come or have. */
  public void expect(long ofSession, long atMs, int faces, long patienceMs) {
    if (ofSession == session) {
      change(atMs, faces, patienceMs);
    }
  }

  /** An event has come. */
  public void received(long ofSession, long atMs, long patienceMs) {
    if (ofSession == session) {
      change(atMs, -1, patienceMs);
    }
  }

  private void change(long atMs, int by, long patienceMs) {
    if (by != 0 && atMs >= maxMs - patienceMs) {
      pending.merge(atMs, by, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
    }
    while (!pending.isEmpty()
        && (pending.firstKey() < maxMs - patienceMs || pending.size() > MAX_PENDING)) {
      pending.pollFirstEntry();
    }
  }

  /** Waits for nothing any more. */
  public void giveUpWaiting() {
    pending.clear();
  }

  /** How far the camera's records have come without a hole, epoch milliseconds; or NEVER. */
  public long nowMs() {
    return pending.isEmpty() ? maxMs : Math.min(maxMs, pending.firstKey());
  }

  /** The latest capture time of the session, epoch milliseconds; or NEVER. */
  public long maxMs() {
    return maxMs;
  }

  /** True when some frame lacks its outcome or an event. */
  public boolean isWaiting() {
    return !pending.isEmpty();
  }

  /** The newest session, epoch milliseconds; 0 before the first. */
  public long session() {
    return session;
  }

  /** Wall-clock time of the last record, epoch milliseconds. */
  public long heardMs() {
    return heardMs;
  }

  /** The longest time between first and last frame of any of the camera's tracks, milliseconds. */
  public long longestTrackMs() {
    return longestTrackMs;
  }

  /** Takes note of how long a track has lasted. */
  public void trackLasted(long ms) {
    longestTrackMs = Math.max(longestTrackMs, ms);
  }

  /** Events of tracks that were closed already. */
  public long lateEvents() {
    return lateEvents;
  }

  /** Counts one of these. */
  public void countLate() {
    lateEvents++;
  }

  /** Capture times of frames that lack something, and how many records each. */
  public SortedMap<Long, Integer> pending() {
    return new TreeMap<>(pending);
  }
}
