package io.moodline.detector.tracking;

/**
 * How far one camera's frames have been handled: tells new frames from duplicates, which an ingest
 * that was restarted sends, and from those of a session that a newer one replaced. Immutable.
 *
 * @param session in force, epoch milliseconds; {@link #NONE} before the first
 * @param lastSequence the highest handled of it
 * @param olderSession the one before it; {@link #NONE} when there was none
 * @param olderLastSequence the highest handled of that
 */
public record Progress(long session, long lastSequence, long olderSession, long olderLastSequence) {

  public static final long NONE = -1;

  /** What a frame is, by its number. */
  public enum Order {
    /** The first of a session newer than all before. */
    NEW_SESSION,
    /** The next of the session in force. */
    NEXT,
    /** Handled already. */
    DUPLICATE,
    /** Of a session that a newer one replaced. */
    SUPERSEDED
  }

  /** Before the first frame. */
  public static Progress none() {
    return new Progress(NONE, NONE, NONE, NONE);
  }

  /** What a frame of this number is. */
  public Order orderOf(long frameSession, long sequence) {
    if (frameSession > session) {
      return Order.NEW_SESSION;
    } else if (frameSession == session) {
      return sequence > lastSequence ? Order.NEXT : Order.DUPLICATE;
    }
    return frameSession == olderSession && sequence <= olderLastSequence
        ? Order.DUPLICATE
        : Order.SUPERSEDED;
  }

  /**
   * Where things stand once a frame of this number was handled.
   *
   * @throws IllegalArgumentException when it is a duplicate
   */
  public Progress after(long frameSession, long sequence) {
    return switch (orderOf(frameSession, sequence)) {
      case NEW_SESSION -> new Progress(frameSession, sequence, session, lastSequence);
      case NEXT -> new Progress(session, sequence, olderSession, olderLastSequence);
      case SUPERSEDED ->
          frameSession >= olderSession
              ? new Progress(session, lastSequence, frameSession, sequence)
              : this;
      case DUPLICATE ->
          throw new IllegalArgumentException(
              "frame " + sequence + " of session " + frameSession + " was handled before");
    };
  }
}
