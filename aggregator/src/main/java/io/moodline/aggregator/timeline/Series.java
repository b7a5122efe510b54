package io.moodline.aggregator.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * What a track's smoothed probabilities were, at most once a step. The step is a second; when more
 * than {@value #MAX_POINTS} points have come together, every second one goes and the step doubles:
 * so a visit of ten minutes has a point a second, one of an hour a point every eight seconds, and
 * none ever more than {@value #MAX_POINTS}. Immutable.
 *
 * @param stepMs least time between two points, milliseconds
 * @param points oldest first; the first is the track's first frame that was fit to be judged
 */
public record Series(long stepMs, List<Point> points) {

  static final long FIRST_STEP_MS = 1_000;
  static final int MAX_POINTS = 600;

  /** Nothing seen yet. */
  public static final Series NONE = new Series(FIRST_STEP_MS, List.of());

  /**
   * One moment.
   *
   * @param atMs when, epoch milliseconds
   * @param probabilities eight smoothed probabilities in the order of {@link
   *     io.moodline.schemas.Emotion}
   * @param satisfaction 0 to 100, or NaN when the face was uncertain
   */
  public record Point(long atMs, float[] probabilities, float satisfaction) {}

  /** Keeps the list from being changed. */
  public Series {
    points = List.copyOf(points);
  }

  /** When the newest point was, epoch milliseconds; Long.MIN_VALUE when there is none. */
  public long lastMs() {
    return points.isEmpty() ? Long.MIN_VALUE : points.get(points.size() - 1).atMs();
  }

  Series plus(long atMs, double[] smoothed, double satisfaction) {
    if (!points.isEmpty() && atMs - lastMs() < stepMs) {
      return this;
    }
    List<Point> more = new ArrayList<>(points);
    more.add(new Point(atMs, floats(smoothed), (float) satisfaction));
    return more.size() > MAX_POINTS
        ? new Series(2 * stepMs, everySecond(more))
        : new Series(stepMs, more);
  }

  /** The first, the third and so on: of an odd number the last one stays, too. */
  private static List<Point> everySecond(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i += 2) {
      kept.add(points.get(i));
    }
    return kept;
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
