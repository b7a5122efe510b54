package io.moodline.aggregator.trend;

import io.moodline.schemas.CameraStatus;

/**
 * Whether a live camera is down, as far as that can be known: its state may have been written long
 * ago, because who writes it died, or because it is read late. Immutable.
 *
 * @param sinceMs of a camera that is down: since when, epoch milliseconds, by the wall clock
 * @param throughMs of a camera that is down: up to when this is known
 */
public record DownTime(Kind kind, long sinceMs, long throughMs) {

  /** What is known. */
  public enum Kind {
    /** It works, or is not meant to. */
    UP,
    /** It was down at least from since to through. */
    DOWN,
    /** Nothing is known before it was listened to for a while. */
    UNKNOWN
  }

  private static final DownTime UP = new DownTime(Kind.UP, 0, 0);
  private static final DownTime UNKNOWN = new DownTime(Kind.UNKNOWN, 0, 0);

  /**
   * When something of the camera was last heard.
   *
   * @param statusMs when its status came here, by the wall clock: not before this task listened
   * @param frameMs when a record of one of its frames came here, by the wall clock; 0: never
   * @param capturedMs when the newest of its frames was captured
   */
  public record Signs(long statusMs, long frameMs, long capturedMs) {}

  /** Of a camera that is switched off, removed, or a recording. */
  public static DownTime up() {
    return UP;
  }

  /**
   * What a live camera's status tells.
   *
   * @param nowMs wall clock
   * @param staleMs a status that was not written again for this long says what was, not what is; a
   *     camera of which nothing is heard for this long is down
   */
  public static DownTime of(CameraStatus status, Signs signs, long nowMs, long staleMs) {
    boolean current = nowMs - status.getUpdatedAtMs() < staleMs;
    boolean framesCome = nowMs - signs.frameMs() < staleMs;
    boolean silent = !framesCome && nowMs - signs.statusMs() >= staleMs;
    long lastSign = Math.max(status.getUpdatedAtMs(), signs.capturedMs());
    return switch (status.getState()) {
      case ENDED, DISABLED -> UP;
      case RECONNECTING, FAILED -> {
        // Frames that were captured after the status was written: it had come back meanwhile.
        boolean cameBack = silent && signs.capturedMs() > status.getUpdatedAtMs();
        yield new DownTime(
            Kind.DOWN,
            cameBack ? lastSign : status.getSinceMs(),
            current || silent ? nowMs : status.getUpdatedAtMs());
      }
      case CONNECTING, STREAMING -> {
        if (current || framesCome) {
          yield UP;
        }
        yield silent ? new DownTime(Kind.DOWN, lastSign, nowMs) : UNKNOWN;
      }
    };
  }
}
