package io.moodline.aggregator.trend;

import static io.moodline.aggregator.timeline.Probabilities.SIZE;

import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Makes, merges and names {@link Trend} records. */
public final class Trends {

  private Trends() {}

  /** A camera's window as a record. */
  public static Trend ofCamera(String cameraId, Window window, boolean closed) {
    TrendSums sums = window.sums().sums();
    return new Trend(
        TrendScope.CAMERA,
        cameraId,
        window.startMs(),
        window.windowMs(),
        closed,
        sums.frames,
        sums.framesWithFaces,
        (long) window.sums().faces().size(),
        sums.arrivals,
        sums.observations,
        sums.faceMs,
        sums.lowQuality,
        sums.uncertain,
        sums.late,
        sums.judged(),
        Arrays.stream(sums.probabilities).boxed().toList(),
        Arrays.stream(sums.dominants).boxed().toList(),
        sums.satisfactionCount,
        sums.satisfactionSum,
        sums.satisfactionSquareSum,
        window.endMs(),
        0L,
        1,
        null,
        false);
  }

  /** The record of a closed window after one more late record. */
  public static Trend withOneMoreLate(Trend trend) {
    return Trend.newBuilder(trend).setLate(trend.getLate() + 1).build();
  }

  /** A window of which nothing but the frame of it is known. */
  public static Trend empty(TrendScope scope, String id, long windowMs, long startMs) {
    return Trend.newBuilder(
            ofCamera(id, new Window(windowMs, startMs, new TrendAccumulator()), true))
        .setScope(scope)
        .build();
  }

  /**
   * The sum of several records of one window. Tracks are of one camera each, so the distinct tracks
   * of several cameras add up, too.
   *
   * @param parts records of different cameras, or of one camera's disjoint frames
   * @return closed when all parts are
   */
  public static Trend merged(
      TrendScope scope, String id, long windowMs, long startMs, Collection<Trend> parts) {
    List<Double> probabilities = new ArrayList<>();
    List<Long> dominants = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      int at = i;
      probabilities.add(parts.stream().mapToDouble(t -> t.getProbabilitySums().get(at)).sum());
      dominants.add(parts.stream().mapToLong(t -> t.getDominantCounts().get(at)).sum());
    }
    return new Trend(
        scope,
        id,
        startMs,
        windowMs,
        parts.stream().allMatch(Trend::getClosed),
        parts.stream().mapToLong(Trend::getFrames).sum(),
        parts.stream().mapToLong(Trend::getFramesWithFaces).sum(),
        parts.stream().mapToLong(Trend::getFaces).sum(),
        parts.stream().mapToLong(Trend::getArrivals).sum(),
        parts.stream().mapToLong(Trend::getObservations).sum(),
        parts.stream().mapToLong(Trend::getFaceMs).sum(),
        parts.stream().mapToLong(Trend::getLowQuality).sum(),
        parts.stream().mapToLong(Trend::getUncertain).sum(),
        parts.stream().mapToLong(Trend::getLate).sum(),
        parts.stream().mapToLong(Trend::getJudged).sum(),
        probabilities,
        dominants,
        parts.stream().mapToLong(Trend::getSatisfactionCount).sum(),
        parts.stream().mapToDouble(Trend::getSatisfactionSum).sum(),
        parts.stream().mapToDouble(Trend::getSatisfactionSquareSum).sum(),
        startMs + windowMs,
        0L,
        0,
        null,
        false);
  }

  /** Mean satisfaction, 0 to 100; null when nobody could be judged. */
  public static Double satisfaction(Trend trend) {
    return trend.getSatisfactionCount() == 0
        ? null
        : (Double) (trend.getSatisfactionSum() / trend.getSatisfactionCount());
  }

  /**
   * Standard error of the mean satisfaction: the sample's standard deviation over the square root
   * of its size, as if observations were independent; null for fewer than two. Frames of one face
   * are not, so it is a lower bound.
   */
  public static Double standardError(Trend trend) {
    long n = trend.getSatisfactionCount();
    if (n < 2) {
      return null;
    }
    double sum = trend.getSatisfactionSum();
    double variance = (trend.getSatisfactionSquareSum() - sum * sum / n) / (n - 1);
    return Math.sqrt(Math.max(0, variance) / n);
  }
}
