package io.moodline.aggregator.moment;

import io.moodline.aggregator.timeline.Sighting;
import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds group smiles of one camera: at least {@code minFaces} faces that can be judged, all of them
 * happy, for a while. Each smile is found once: the next one needs that they have not all smiled
 * for as long in between.
 *
 * <p>Frames are judged as the next one begins, since the faces of a frame come one by one. Mutable,
 * not thread-safe.
 */
public final class GroupSmile {

  /**
   * When faces count as a smiling group.
   *
   * @param minFaces at least so many, 1 or more
   * @param minHappiness each with at least this smoothed probability, 0 to 1
   * @param forMs for at least this long, milliseconds
   * @param maxGapMs frames further apart than this do not show that the smile lasted, milliseconds
   */
  public record Settings(int minFaces, double minHappiness, long forMs, long maxGapMs) {}

  /**
   * A smile that was found.
   *
   * @param sinceMs when it began, epoch milliseconds
   * @param untilMs when it had lasted long enough, epoch milliseconds
   * @param faces who smiled at that moment
   * @param happiness their mean smoothed probability of happiness, 0 to 1
   */
  public record Found(long sinceMs, long untilMs, List<String> faces, double happiness) {}

  /**
   * What must survive a restart.
   *
   * @param smilingSinceMs when all began to smile, or 0 when they do not
   * @param soberSinceMs when they ceased, or 0 when they smile
   * @param announced true when the smile has been found already
   */
  public record State(long smilingSinceMs, long soberSinceMs, boolean announced) {
    /** Nobody has smiled yet. */
    public static final State NONE = new State(0, 0, false);
  }

  private final Settings settings;
  private final List<Sighting> frame = new ArrayList<>();
  private long frameMs = Long.MIN_VALUE;
  private long judgedMs = Long.MIN_VALUE;
  private State state;

  /**
   * @param state as {@link #state()} gave it, or NONE
   */
  public GroupSmile(Settings settings, State state) {
    this.settings = settings;
    this.state = state;
  }

  /** One more face; a face of a newer frame ends the frame before. */
  public Optional<Found> see(Sighting seen) {
    if (seen.atMs() < frameMs) {
      return Optional.empty();
    }
    Optional<Found> found = seen.atMs() > frameMs ? frameBegins(seen.atMs()) : Optional.empty();
    frame.add(seen);
    return found;
  }

  /** A frame without faces. */
  public Optional<Found> seeNobody(long atMs) {
    return atMs > frameMs ? frameBegins(atMs) : Optional.empty();
  }

  private Optional<Found> frameBegins(long atMs) {
    Optional<Found> found = frameMs == Long.MIN_VALUE ? Optional.empty() : judge();
    frame.clear();
    frameMs = atMs;
    return found;
  }

  private Optional<Found> judge() {
    List<Sighting> judged = frame.stream().filter(seen -> !seen.lowQuality()).toList();
    boolean smiling =
        judged.size() >= settings.minFaces()
            && judged.stream().allMatch(seen -> happiness(seen) >= settings.minHappiness());
    boolean gap = judgedMs != Long.MIN_VALUE && frameMs - judgedMs > settings.maxGapMs();
    judgedMs = frameMs;
    return smiling ? smile(judged, gap) : sober();
  }

  private Optional<Found> sober() {
    if (state.equals(State.NONE)) {
      return Optional.empty();
    }
    long since = state.soberSinceMs() == 0 ? frameMs : state.soberSinceMs();
    boolean over = !state.announced() || frameMs - since >= settings.forMs();
    state = over ? State.NONE : new State(0, since, true);
    return Optional.empty();
  }

  private Optional<Found> smile(List<Sighting> faces, boolean gap) {
    long since = gap || state.smilingSinceMs() == 0 ? frameMs : state.smilingSinceMs();
    boolean finds = !state.announced() && frameMs - since >= settings.forMs();
    state = new State(since, 0, state.announced() || finds);
    if (!finds) {
      return Optional.empty();
    }
    double mean = faces.stream().mapToDouble(GroupSmile::happiness).average().orElse(0);
    List<String> ids = faces.stream().map(Sighting::faceId).toList();
    return Optional.of(new Found(since, frameMs, ids, mean));
  }

  private static double happiness(Sighting seen) {
    return seen.smoothed()[Emotion.HAPPINESS.ordinal()];
  }

  /** What must survive a restart; immutable. */
  public State state() {
    return state;
  }
}
