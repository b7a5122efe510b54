package io.moodline.app.evaluate.tracking;

import io.moodline.app.demo.DemoOptions;
import io.moodline.app.evaluate.tracking.SimulatedDetector.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Frames of scenes as a detector that is not perfect sees them; the same for the same seed. */
final class SceneFrames {

  /** Not 0, so that no code can take the first frame for none. */
  static final long BEGIN_MS = 1_000_000;

  private SceneFrames() {}

  /** A crowd that walks and stands about, crosses, hides and comes back. */
  static List<SceneFrame> crowd(Condition condition, int seconds, long seed) {
    return of(
        new CrowdScene(condition.faces(), seconds, seed),
        condition,
        seconds,
        seed,
        30 + 120 / Math.sqrt(condition.faces()));
  }

  /** The demo venue, whose faces {@link DemoOptions} limits to 12. */
  static List<SceneFrame> demo(Condition condition, int seconds, long seed) {
    return of(new DemoPeople(demoOptions(condition, seconds, seed)), condition, seconds, seed, 110);
  }

  static DemoOptions demoOptions(Condition condition, int seconds, long seed) {
    return new DemoOptions(
        condition.faces(),
        seed,
        seconds,
        true,
        StrollPlanner.WIDTH,
        StrollPlanner.HEIGHT,
        condition.fps());
  }

  /** Times of the frames that are not dropped, since the scene began. */
  static List<Long> times(Condition condition, int seconds, long seed) {
    Random drops = new Random(seed);
    List<Long> times = new ArrayList<>();
    for (int number = 0; number < seconds * condition.fps(); number++) {
      if (drops.nextDouble() >= condition.drop()) {
        times.add(1000L * number / condition.fps());
      }
    }
    return times;
  }

  private static List<SceneFrame> of(
      Scene scene, Condition condition, int seconds, long seed, double usualSize) {
    Random random = new Random(seed * 31 + condition.faces());
    SimulatedDetector detector =
        new SimulatedDetector(
            random,
            new PhantomFaces(
                random, 1000.0 * seconds, usualSize, StrollPlanner.WIDTH, StrollPlanner.HEIGHT));
    List<SceneFrame> frames = new ArrayList<>();
    for (long ms : times(condition, seconds, seed)) {
      List<Seen> seen = scene.at(ms);
      frames.add(
          new SceneFrame(
              BEGIN_MS + ms, seen.stream().map(Seen::truth).toList(), detector.detect(ms, seen)));
    }
    return frames;
  }
}
