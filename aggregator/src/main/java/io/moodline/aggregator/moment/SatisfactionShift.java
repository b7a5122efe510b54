package io.moodline.aggregator.moment;

import java.util.Optional;

/**
 * Finds when satisfaction before one camera has fallen or risen for good: two one-sided cumulative
 * sums (Page 1954) over the means of minutes, standardised by what these were before.
 *
 * <p>With {@code z} the distance of a minute from the usual mean in standard deviations, {@code up
 * = max(0, up + z - slack)} and {@code down = max(0, down - z - slack)}. A sum that reaches the
 * threshold is a change, when the mean since it left 0 is also far enough from the usual in points:
 * what is merely significant need not matter to anybody. Then all is learnt anew, and nothing is
 * found before the cooldown is over. While a sum is high, little is learnt: what may be a change
 * must not become the usual before it is found. Mutable, not thread-safe.
 */
public final class SatisfactionShift {

  /** The slack that suits the search for changes of one standard deviation. */
  private static final double LEAST_SLACK = 0.5;

  /** A sum above this share of the threshold is high. */
  private static final double HIGH = 0.4;

  /**
   * What counts as a change.
   *
   * @param minObservations minutes with fewer observations of satisfaction are left out
   * @param learnMinutes how many minutes must be known before anything is found
   * @param memoryMinutes over how many minutes the usual is learnt
   * @param threshold what a sum must reach, standard deviations
   * @param minShift by how much the minutes since the change must differ from the usual, points,
   *     above 0
   * @param leastDeviation the least standard deviation of minutes that is believed, points
   * @param cooldownMs the least time between two changes that are found, milliseconds
   */
  public record Settings(
      long minObservations,
      int learnMinutes,
      int memoryMinutes,
      double threshold,
      double minShift,
      double leastDeviation,
      long cooldownMs) {}

  /**
   * A change.
   *
   * @param sinceMs begin of the first minute that differs, epoch milliseconds
   * @param untilMs end of the minute in which it was established, epoch milliseconds
   * @param before what was usual, 0 to 100
   * @param after mean of the minutes since, 0 to 100
   */
  public record Found(long sinceMs, long untilMs, double before, double after) {
    /** True for a rise, false for a drop. */
    public boolean rise() {
      return after > before;
    }
  }

  /**
   * A one-sided sum.
   *
   * @param value 0 up to the threshold, standard deviations
   * @param sinceMs begin of the minute with which it left 0, epoch milliseconds; 0 while it is 0
   * @param total sum of the satisfaction of that minute and those after it
   * @param minutes how many these are
   */
  public record Sum(double value, long sinceMs, double total, long minutes) {
    static final Sum ZERO = new Sum(0, 0, 0, 0);

    private Sum plus(double z, double slack, double most, double satisfaction, long atMs) {
      double sum = value + z - slack;
      return sum <= 0
          ? ZERO
          : new Sum(
              Math.min(most, sum),
              minutes == 0 ? atMs : sinceMs,
              total + satisfaction,
              minutes + 1);
    }

    private double mean() {
      return total / minutes;
    }
  }

  /**
   * What must survive a restart.
   *
   * @param usual what minutes were before
   * @param up of rises
   * @param down of drops
   * @param foundMs begin of the minute of the last change found, epoch milliseconds; 0: none
   */
  public record State(Baseline usual, Sum up, Sum down, long foundMs) {
    /** Nothing seen yet. */
    public static final State NONE = new State(Baseline.NONE, Sum.ZERO, Sum.ZERO, 0);

    /** After a time that nobody watched: what is usual stays, what was building up does not. */
    State afterGap() {
      return new State(usual, Sum.ZERO, Sum.ZERO, foundMs);
    }
  }

  private final Settings settings;
  private State state;

  /**
   * @param state as {@link #state()} gave it, or NONE
   */
  public SatisfactionShift(Settings settings, State state) {
    this.settings = settings;
    this.state = state;
  }

  /** The next minute. */
  public Optional<Found> see(Minute minute) {
    if (minute.satisfactionCount() < settings.minObservations()) {
      return Optional.empty();
    }
    double value = minute.satisfaction();
    if (state.usual().count() >= settings.learnMinutes()) {
      state = summed(value, minute.startMs());
      Optional<Found> found = judge(minute);
      if (found.isPresent()) {
        state = new State(Baseline.NONE, Sum.ZERO, Sum.ZERO, minute.startMs());
        return found;
      }
    }
    double high = HIGH * settings.threshold();
    boolean cautious = state.up().value() > high || state.down().value() > high;
    Baseline usual = state.usual().plus(value, settings.memoryMinutes(), cautious);
    state = new State(usual, state.up(), state.down(), state.foundMs());
    return Optional.empty();
  }

  private State summed(double value, long atMs) {
    Baseline usual = state.usual();
    double deviation = usual.deviation(settings.leastDeviation());
    double z = (value - usual.mean()) / deviation;
    // Half of the change that is looked for, as Page's sum has it; a sum of noise stays near 0.
    double slack = Math.max(LEAST_SLACK, settings.minShift() / 2 / deviation);
    return new State(
        usual,
        state.up().plus(z, slack, settings.threshold(), value, atMs),
        state.down().plus(-z, slack, settings.threshold(), value, atMs),
        state.foundMs());
  }

  private Optional<Found> judge(Minute minute) {
    boolean cool =
        state.foundMs() != 0 && minute.startMs() - state.foundMs() < settings.cooldownMs();
    Sum sum = state.up().value() > state.down().value() ? state.up() : state.down();
    double before = state.usual().mean();
    return !cool
            && sum.value() >= settings.threshold()
            && Math.abs(sum.mean() - before) >= settings.minShift()
        ? Optional.of(new Found(sum.sinceMs(), minute.endMs(), before, sum.mean()))
        : Optional.empty();
  }

  /** What must survive a restart; immutable. */
  public State state() {
    return state;
  }
}
