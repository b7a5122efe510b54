package io.moodline.aggregator.moment;

import java.util.Optional;

/**
 * Looks at the closed minutes of one camera, each once and in their order, for everything that is
 * found by minutes. Mutable, not thread-safe.
 */
public final class MinuteWatch {

  /** A longer time without a minute is a break: what was building up is over. */
  private static final long BREAK_MS = 3_600_000;

  /** How each kind is found. */
  public record Settings(
      SatisfactionShift.Settings shift, CrowdPeak.Settings crowd, EmotionSurge.Settings surge) {}

  /** What a minute has brought. */
  public record Found(
      Optional<SatisfactionShift.Found> shift,
      Optional<CrowdPeak.Found> crowd,
      Optional<EmotionSurge.Found> surge) {
    static final Found NOTHING = new Found(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * What must survive a restart.
   *
   * @param lastMs begin of the newest minute seen, epoch milliseconds; 0: none
   */
  public record State(
      long lastMs, SatisfactionShift.State shift, CrowdPeak.State crowd, EmotionSurge.State surge) {
    /** Nothing seen yet. */
    public static final State NONE =
        new State(0, SatisfactionShift.State.NONE, CrowdPeak.State.NONE, EmotionSurge.State.NONE);
  }

  private final Settings settings;
  private State state;

  /**
   * @param state as {@link #state()} gave it, or NONE
   */
  public MinuteWatch(Settings settings, State state) {
    this.settings = settings;
    this.state = state;
  }

  /**
   * The next minute. One that was seen, or is a little older, has only changed since, and is left
   * out; one that is much older is of another recording: all is learnt anew.
   */
  public Found see(Minute minute) {
    long step = minute.startMs() - state.lastMs();
    if (step <= 0 && step >= -BREAK_MS) {
      return Found.NOTHING;
    }
    if (step < 0) {
      state = State.NONE;
    }
    boolean gap = state.lastMs() != 0 && step > BREAK_MS;
    SatisfactionShift shift =
        new SatisfactionShift(settings.shift(), gap ? state.shift().afterGap() : state.shift());
    CrowdPeak crowd = new CrowdPeak(settings.crowd(), state.crowd());
    EmotionSurge surge = new EmotionSurge(settings.surge(), state.surge());
    Found found = new Found(shift.see(minute), crowd.see(minute), surge.see(minute));
    state = new State(minute.startMs(), shift.state(), crowd.state(), surge.state());
    return found;
  }

  /** What must survive a restart; immutable. */
  public State state() {
    return state;
  }
}
