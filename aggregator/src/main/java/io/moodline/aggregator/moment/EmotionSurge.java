package io.moodline.aggregator.moment;

import io.moodline.aggregator.timeline.Probabilities;
import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds surges of one emotion before one camera: its share over the last minutes is well above what
 * it usually is, by a test of two proportions.
 *
 * <p>A minute's share of an emotion is its mean probability; it counts as often as there were
 * faces, not frames, since the frames of one face show much the same. With {@code p1} and {@code
 * n1} the share and faces of the last minutes, {@code p0} and {@code n0} those of the time before,
 * and {@code p} both together: {@code z = (p1 - p0) / sqrt(p (1 - p) (1 / n1 + 1 / n0))}. A minute
 * enters what is usual when it is no longer among the last. While one surge lasts no other is
 * looked for. Being neutral is no surge. Mutable, not thread-safe.
 */
public final class EmotionSurge {

  private static final Emotion[] EMOTIONS = Emotion.values();

  /**
   * What counts as a surge.
   *
   * @param minutes over how many of the last minutes the share is taken
   * @param minFaces how many faces these must have, each minute's counted
   * @param minRise by how much the share must exceed the usual, 0 to 1
   * @param minZ what the test must give
   * @param learnMinutes how many minutes must be known before anything is found
   * @param memoryMinutes over how many minutes the usual is learnt
   * @param cooldownMs the least time between two surges that are found, milliseconds
   */
  public record Settings(
      int minutes,
      long minFaces,
      double minRise,
      double minZ,
      int learnMinutes,
      int memoryMinutes,
      long cooldownMs) {}

  /**
   * A surge.
   *
   * @param sinceMs begin of the first of the minutes, epoch milliseconds
   * @param untilMs end of the last, epoch milliseconds
   * @param share the emotion's share over them, 0 to 1
   * @param usual what it is usually, 0 to 1
   */
  public record Found(Emotion emotion, long sinceMs, long untilMs, double share, double usual) {}

  /**
   * One of the last minutes.
   *
   * @param sums eight shares times faces
   */
  public record Recent(long startMs, double faces, double[] sums) {}

  /**
   * What was usual: sums that forget.
   *
   * @param sums eight sums of shares times faces
   */
  public record Usual(double[] sums, double faces, long minutes) {
    static final Usual NONE = new Usual(new double[Probabilities.SIZE], 0, 0);

    private Usual plus(Recent minute, double keep) {
      double[] more = new double[Probabilities.SIZE];
      for (int i = 0; i < more.length; i++) {
        more[i] = keep * sums[i] + minute.sums()[i];
      }
      return new Usual(more, keep * faces + minute.faces(), minutes + 1);
    }
  }

  /**
   * What must survive a restart.
   *
   * @param recent the last minutes, oldest first
   * @param usual the time before them
   * @param surging the emotion of the surge that lasts, or null
   * @param foundMs begin of the minute of the last surge found, epoch milliseconds; 0: none
   */
  public record State(List<Recent> recent, Usual usual, Emotion surging, long foundMs) {
    /** Nothing seen yet. */
    public static final State NONE = new State(List.of(), Usual.NONE, null, 0);

    /** Keeps the list from being changed. */
    public State {
      recent = List.copyOf(recent);
    }
  }

  private final Settings settings;
  private State state;

  /**
   * @param state as {@link #state()} gave it, or NONE
   */
  public EmotionSurge(Settings settings, State state) {
    this.settings = settings;
    this.state = state;
  }

  /** The next minute. */
  public Optional<Found> see(Minute minute) {
    if (minute.judged() == 0 || minute.faces() == 0) {
      return Optional.empty();
    }
    moveOn(minute);
    if (state.usual().minutes() < settings.learnMinutes()) {
      return Optional.empty();
    }
    Recent now = together(state.recent());
    if (state.surging() != null) {
      boolean over = rise(state.surging(), now) < settings.minRise() / 2;
      state =
          new State(state.recent(), state.usual(), over ? null : state.surging(), state.foundMs());
      return Optional.empty();
    }
    Optional<Found> found = judge(minute, now);
    found.ifPresent(
        surge ->
            state = new State(state.recent(), state.usual(), surge.emotion(), minute.startMs()));
    return found;
  }

  /** The minute joins the last ones; those that are so no longer join what is usual. */
  private void moveOn(Minute minute) {
    long from = minute.endMs() - settings.minutes() * Minute.LENGTH_MS;
    double keep = 1 - 1.0 / settings.memoryMinutes();
    Usual usual = state.usual();
    List<Recent> recent = new ArrayList<>();
    for (Recent known : state.recent()) {
      if (known.startMs() < from) {
        usual = usual.plus(known, keep);
      } else {
        recent.add(known);
      }
    }
    double[] sums = new double[Probabilities.SIZE];
    for (Emotion emotion : EMOTIONS) {
      sums[emotion.ordinal()] = minute.faces() * minute.share(emotion);
    }
    recent.add(new Recent(minute.startMs(), minute.faces(), sums));
    state = new State(recent, usual, state.surging(), state.foundMs());
  }

  private static Recent together(List<Recent> minutes) {
    double[] sums = new double[Probabilities.SIZE];
    double faces = 0;
    for (Recent minute : minutes) {
      faces += minute.faces();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += minute.sums()[i];
      }
    }
    return new Recent(minutes.get(0).startMs(), faces, sums);
  }

  private double rise(Emotion emotion, Recent now) {
    return now.sums()[emotion.ordinal()] / now.faces() - usual(emotion);
  }

  private double usual(Emotion emotion) {
    return state.usual().sums()[emotion.ordinal()] / state.usual().faces();
  }

  private Optional<Found> judge(Minute minute, Recent now) {
    boolean cool =
        state.foundMs() != 0 && minute.startMs() - state.foundMs() < settings.cooldownMs();
    if (cool || now.faces() < settings.minFaces()) {
      return Optional.empty();
    }
    Emotion best = null;
    double bestZ = settings.minZ();
    for (Emotion emotion : EMOTIONS) {
      double z = z(emotion, now);
      if (emotion != Emotion.NEUTRAL && z >= bestZ && rise(emotion, now) >= settings.minRise()) {
        best = emotion;
        bestZ = z;
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(
            new Found(
                best, now.startMs(), minute.endMs(), usual(best) + rise(best, now), usual(best)));
  }

  private double z(Emotion emotion, Recent now) {
    double n0 = state.usual().faces();
    double p =
        (now.sums()[emotion.ordinal()] + state.usual().sums()[emotion.ordinal()])
            / (now.faces() + n0);
    double variance = p * (1 - p) * (1 / now.faces() + 1 / n0);
    return variance > 0 ? rise(emotion, now) / Math.sqrt(variance) : 0;
  }

  /** What must survive a restart; immutable. */
  public State state() {
    return state;
  }
}
