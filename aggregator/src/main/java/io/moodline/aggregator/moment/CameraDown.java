package io.moodline.aggregator.moment;

/**
 * Finds cameras that are down for too long. A camera is down from when its source is first lost
 * until it streams again; trying to connect in between does not end it. Each time is found once.
 * Mutable, not thread-safe.
 */
public final class CameraDown {

  /** What a status means for this. */
  public enum Sign {
    /** The source is lost. */
    DOWN,
    /** It works, or is not meant to. */
    UP,
    /** It is being tried. */
    TRYING
  }

  /**
   * What must survive a restart.
   *
   * @param sinceMs when the camera went down, epoch milliseconds; 0 when it is not
   * @param announced true when this has been found already
   */
  public record State(long sinceMs, boolean announced) {
    /** The camera is not down. */
    public static final State NONE = new State(0, false);
  }

  private final long limitMs;
  private State state;

  /**
   * @param limitMs how long a camera may be down before it is found, milliseconds
   * @param state as {@link #state()} gave it, or NONE
   */
  public CameraDown(long limitMs, State state) {
    this.limitMs = limitMs;
    this.state = state;
  }

  /** A status has come. */
  public void status(Sign sign, long sinceMs) {
    if (sign == Sign.UP) {
      state = State.NONE;
    } else if (sign == Sign.DOWN && state.sinceMs() == 0) {
      state = new State(sinceMs, false);
    }
  }

  /** True once, when the camera has been down for longer than the limit. */
  public boolean check(long nowMs) {
    if (state.sinceMs() == 0 || state.announced() || nowMs - state.sinceMs() <= limitMs) {
      return false;
    }
    state = new State(state.sinceMs(), true);
    return true;
  }

  /** What must survive a restart; immutable. */
  public State state() {
    return state;
  }
}
