package io.moodline.app.evaluate.tracking;

import io.moodline.app.evaluate.tracking.SimulatedDetector.Seen;
import io.moodline.detector.evaluation.tracking.TruthBox;
import io.moodline.detector.geometry.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A made-up crowd without pictures: where the faces are, and what a detector would say. The same
 * seed gives the same people on the same ways at any frame rate.
 */
final class CrowdScene {

  /** A face of which less is to be seen does not count. */
  private static final double COUNTED = 0.6;

  /** Epoch-like, so that no code can take the first frame for none. */
  private static final long BEGIN_MS = 1_000_000;

  private CrowdScene() {}

  /**
   * The frames of a scene, without the dropped ones.
   *
   * @param seconds how long it is, 1 or more
   */
  static List<SceneFrame> frames(Condition condition, int seconds, long seed) {
    List<Stroll> strolls = StrollPlanner.plan(condition.faces(), seconds, seed);
    Random random = new Random(seed * 31 + condition.faces());
    double usualSize = 30 + 120 / Math.sqrt(condition.faces());
    SimulatedDetector detector =
        new SimulatedDetector(
            random,
            new PhantomFaces(
                random, 1000.0 * seconds, usualSize, StrollPlanner.WIDTH, StrollPlanner.HEIGHT));
    Random drops = new Random(seed);
    List<SceneFrame> frames = new ArrayList<>();
    for (int number = 0; number < seconds * condition.fps(); number++) {
      long ms = 1000L * number / condition.fps();
      if (drops.nextDouble() >= condition.drop()) {
        List<Seen> seen = seen(strolls, ms);
        frames.add(new SceneFrame(BEGIN_MS + ms, truth(seen), detector.detect(ms, seen)));
      }
    }
    return frames;
  }

  /** Who is in the picture, the nearest first: nearer faces are larger. */
  private static List<Seen> seen(List<Stroll> strolls, double ms) {
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
      seen.add(new Seen(stroll, box, visibility));
      nearer.add(box);
    }
    return seen;
  }

  private static List<TruthBox> truth(List<Seen> seen) {
    return seen.stream()
        .map(
            face ->
                new TruthBox(
                    face.stroll().person(), face.box(), face.visibility().share() >= COUNTED))
        .toList();
  }
}
