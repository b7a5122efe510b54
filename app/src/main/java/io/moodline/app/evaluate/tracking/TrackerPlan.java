package io.moodline.app.evaluate.tracking;

import static io.moodline.app.evaluate.tracking.Condition.require;

import java.util.List;

/**
 * What is to be measured.
 *
 * @param scenes what is followed
 * @param conditions each for every scene
 * @param firstSeed of the first scene
 * @param lastSeed of the last scene, included
 * @param seconds how long each scene is
 */
public record TrackerPlan(
    List<SceneKind> scenes,
    List<Condition> conditions,
    long firstSeed,
    long lastSeed,
    int seconds) {

  private static final int MOST_SEEDS = 1000;

  /**
   * @throws IllegalArgumentException when a value is out of its range, naming it
   */
  public TrackerPlan {
    scenes = List.copyOf(scenes);
    conditions = List.copyOf(conditions);
    require(
        firstSeed >= 0 && lastSeed >= firstSeed && lastSeed - firstSeed < MOST_SEEDS,
        "seeds",
        firstSeed + "-" + lastSeed,
        "at most " + MOST_SEEDS + ", from 0 on, the last not before the first");
    require(seconds >= 1 && seconds <= 3600, "seconds", seconds, "1 to 3600");
  }
}
