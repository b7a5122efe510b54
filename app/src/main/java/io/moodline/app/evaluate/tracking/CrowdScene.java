package io.moodline.app.evaluate.tracking;

import io.moodline.app.evaluate.tracking.SimulatedDetector.Seen;
import io.moodline.detector.geometry.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A made-up crowd without pictures: where the faces are. The same seed gives the same people on the
 * same ways at any frame rate.
 */
final class CrowdScene implements Scene {

  private final List<Stroll> strolls;

  /**
   * @param faces people at a time
   * @param seconds how long it is, 1 or more
   */
  CrowdScene(int faces, int seconds, long seed) {
    this.strolls = StrollPlanner.plan(faces, seconds, seed);
  }

  /** The nearest first: nearer faces are larger. */
  @Override
  public List<Seen> at(long ms) {
    List<Stroll> there =
        strolls.stream()
            .filter(stroll -> stroll.isThere(ms))
            .sorted(Comparator.comparingDouble((Stroll stroll) -> -stroll.box(ms).size()))
            .toList();
    List<Box> nearer = new ArrayList<>();
    List<Seen> seen = new ArrayList<>();
    for (Stroll stroll : there) {
      Box box = stroll.box(ms);
      Visibility visibility =
          stroll.isHidden(ms)
              ? new Visibility(0, box.centerX(), box.centerY())
              : Visibility.of(box, nearer, StrollPlanner.WIDTH, StrollPlanner.HEIGHT);
      seen.add(new Seen(stroll.person(), stroll.score(), box, visibility));
      nearer.add(box);
    }
    return seen;
  }
}
