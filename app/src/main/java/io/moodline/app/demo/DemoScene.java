package io.moodline.app.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The demo venue without its pictures: who is where at any time, and what each face shows. Endless,
 * and known in advance: the same options give the same scene, at every time however late. Times are
 * milliseconds since the scene began. Thread-safe.
 */
public final class DemoScene {

  /** Hidden parts of a face are counted on a grid of so many points to each side. */
  private static final int GRID = 16;

  private final DemoOptions options;
  private final VisitPlanner planner;

  public DemoScene(DemoOptions options) {
    this.options = options;
    this.planner = new VisitPlanner(options);
  }

  /** The options that the scene was made from. */
  public DemoOptions options() {
    return options;
  }

  /** Who is in or near the picture at a time, the farthest first. */
  List<Visit> visitsAt(long ms) {
    return IntStream.range(0, options.faces())
        .boxed()
        .flatMap(slot -> planner.at(slot, ms).stream())
        .sorted(Comparator.comparingInt(Visit::faceSize).thenComparingInt(Visit::slot))
        .toList();
  }

  /**
   * The faces to be seen at a time, the farthest first. A face of which nothing is to be seen is
   * left out.
   *
   * @param ms 0 or more
   */
  public List<TruthFace> truthAt(long ms) {
    if (ms < 0) {
      throw new IllegalArgumentException("ms is " + ms + ", but must be 0 or more");
    }
    List<Visit> visits = visitsAt(ms);
    List<TruthFace> faces = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      double visible = visible(visit, visits.subList(i + 1, visits.size()), ms);
      if (visible > 0) {
        faces.add(truth(visit, visible, ms));
      }
    }
    return faces;
  }

  private TruthFace truth(Visit visit, double visible, long ms) {
    int left = visit.left(ms);
    int top = visit.top(ms);
    ExpressionScript.Blend shown = visit.script().at(ms);
    return new TruthFace(
        visit.person(),
        Math.max(0, left),
        Math.max(0, top),
        Math.min(options.width(), left + visit.faceSize()),
        Math.min(options.height(), top + visit.faceSize()),
        shown.dominant(),
        shown.inTransition(),
        visible);
  }

  private double visible(Visit visit, List<Visit> nearer, long ms) {
    int seen = 0;
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        double x = visit.left(ms) + (column + 0.5) / GRID * visit.faceSize();
        double y = visit.top(ms) + (row + 0.5) / GRID * visit.faceSize();
        if (inFrame(x, y) && nearer.stream().noneMatch(other -> covers(other, x, y, ms))) {
          seen++;
        }
      }
    }
    return seen / (double) (GRID * GRID);
  }

  private boolean inFrame(double x, double y) {
    return x >= 0 && y >= 0 && x < options.width() && y < options.height();
  }

  private static boolean covers(Visit visit, double x, double y, long ms) {
    double size = visit.faceSize();
    return BodyShape.covers((x - visit.left(ms)) / size, (y - visit.top(ms)) / size);
  }
}
