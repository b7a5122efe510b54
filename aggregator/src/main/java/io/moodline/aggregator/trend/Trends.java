package io.moodline.aggregator.trend;

import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;

/** Makes and merges {@link Trend} records. */
public final class Trends {

  private Trends() {}

  /** A camera's window as a record. */
  public static Trend ofCamera(String cameraId, Window window, boolean closed) {
    return of(
        TrendScope.CAMERA,
        cameraId,
        Step.ofMs(window.windowMs()),
        new Span(window.startMs(), window.endMs()),
        closed,
        1,
        window.sums());
  }

  /**
   * A window as a record.
   *
   * @param cameras how many cameras have contributed
   */
  public static Trend of(
      TrendScope scope,
      String id,
      Step step,
      Span span,
      boolean closed,
      int cameras,
      TrendAccumulator window) {
    TrendSums sums = window.sums();
    long faces = window.faces().count();
    return new Trend(
        scope,
        id,
        span.startMs(),
        step.ms(),
        closed,
        sums.frames,
        sums.framesWithFaces,
        faces,
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
        span.endMs(),
        sums.downMs,
        cameras,
        faces == 0 ? null : ByteBuffer.wrap(window.faces().toBytes()),
        false);
  }

  /** A window of which nothing but the frame of it is known. */
  public static Trend empty(TrendScope scope, String id, Step step, Span span, boolean closed) {
    return of(scope, id, step, span, closed, 0, new TrendAccumulator());
  }

  /** A window that nothing but one late record is known of. */
  public static Trend oneLate(String cameraId, Step step, Span span) {
    TrendAccumulator late = new TrendAccumulator();
    late.addLate();
    return of(TrendScope.CAMERA, cameraId, step, span, true, 0, late);
  }

  /**
   * The sum of records as one window. Records of different cameras, of parts of the window, or of
   * what came to it one after another: never of the same frames twice. A track that is in several
   * counts once.
   *
   * @return closed when all parts are; its cameras are the sum of the parts'
   */
  public static Trend merged(
      TrendScope scope, String id, Step step, Span span, Collection<Trend> parts) {
    boolean closed = parts.stream().allMatch(Trend::getClosed);
    int cameras = parts.stream().mapToInt(Trend::getCameras).sum();
    return of(scope, id, step, span, closed, cameras, sum(parts));
  }

  /** What several records hold together; see {@link #merged}. */
  public static TrendAccumulator sum(Collection<Trend> parts) {
    TrendAccumulator sum = new TrendAccumulator();
    parts.forEach(part -> sum.merge(TrendAccumulator.of(part)));
    return sum;
  }

  /** The same as a contribution of so many cameras. */
  public static Trend withCameras(Trend trend, int cameras) {
    return Trend.newBuilder(trend).setCameras(cameras).build();
  }

  /** The same, closed. */
  public static Trend asClosed(Trend trend) {
    return Trend.newBuilder(trend).setClosed(true).build();
  }

  /** The window of a record; those of before there were days do not name their end. */
  public static Span span(Trend trend) {
    long start = trend.getWindowStartMs();
    return new Span(
        start, trend.getWindowEndMs() > 0 ? trend.getWindowEndMs() : start + trend.getWindowMs());
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
