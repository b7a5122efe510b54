package io.moodline.aggregator.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds crowds before one camera: minutes with at least so many faces on average, and clearly more
 * than any of the last hours. Each crowd is found once: the next one needs that the first has gone
 * for the greater part. Mutable, not thread-safe.
 */
public final class CrowdPeak {

  /**
   * What counts as a crowd.
   *
   * @param minFaces at least so many faces on average over a minute
   * @param excess by which share it must exceed the highest minute before, above 0
   * @param lookbackMs how far back minutes are compared, milliseconds
   * @param release a crowd is over when a minute has less than this share of its highest, 0 to 1
   * @param learnMinutes how many minutes must be known in that time
   * @param cooldownMs the least time between two crowds that are found, milliseconds
   */
  public record Settings(
      double minFaces,
      double excess,
      long lookbackMs,
      double release,
      int learnMinutes,
      long cooldownMs) {}

  /**
   * A crowd.
   *
   * @param sinceMs begin of the minute, epoch milliseconds
   * @param untilMs its end, epoch milliseconds
   * @param faces how many were there on average
   * @param highestBefore the highest such number of a minute in the time that was looked at
   */
  public record Found(long sinceMs, long untilMs, double faces, double highestBefore) {}

  /** How many faces there were on average in the minute that began at {@code startMs}. */
  public record Level(long startMs, double faces) {}

  /**
   * What must survive a restart.
   *
   * @param levels minutes of the time that is looked at, oldest first
   * @param crowd the highest minute of the crowd that is there, faces; 0 when there is none
   * @param foundMs begin of the last crowd that was found, epoch milliseconds; 0: none
   */
  public record State(List<Level> levels, double crowd, long foundMs) {
    /** Nothing seen yet. */
    public static final State NONE = new State(List.of(), 0, 0);

    /** Keeps the list from being changed. */
    public State {
      levels = List.copyOf(levels);
    }
  }

  private final Settings settings;
  private State state;

  /**
   * @param state as {@link #state()} gave it, or NONE
   */
  public CrowdPeak(Settings settings, State state) {
    this.settings = settings;
    this.state = state;
  }

  /** The next minute. */
  public Optional<Found> see(Minute minute) {
    List<Level> levels = new ArrayList<>(state.levels());
    levels.removeIf(level -> level.startMs() < minute.startMs() - settings.lookbackMs());
    Optional<Found> found = Optional.empty();
    double faces = minute.occupancy();
    double crowd = Math.max(state.crowd(), faces);
    if (state.crowd() == 0) {
      found = judge(minute, levels);
      crowd = found.isPresent() ? faces : 0;
    } else if (faces < settings.release() * crowd) {
      crowd = 0;
    }
    levels.add(new Level(minute.startMs(), faces));
    state = new State(levels, crowd, found.isPresent() ? minute.startMs() : state.foundMs());
    return found;
  }

  private Optional<Found> judge(Minute minute, List<Level> before) {
    boolean cool =
        state.foundMs() != 0 && minute.startMs() - state.foundMs() < settings.cooldownMs();
    if (cool || before.size() < settings.learnMinutes()) {
      return Optional.empty();
    }
    double highest = before.stream().mapToDouble(Level::faces).max().orElse(0);
    double faces = minute.occupancy();
    return faces >= settings.minFaces() && faces > (1 + settings.excess()) * highest
        ? Optional.of(new Found(minute.startMs(), minute.endMs(), faces, highest))
        : Optional.empty();
  }

  /** What must survive a restart; immutable. */
  public State state() {
    return state;
  }
}
