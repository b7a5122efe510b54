package io.moodline.app.evaluate.tracking;

import io.moodline.detector.evaluation.tracking.TrackingScores;
import io.moodline.detector.tracking.Tracker;
import java.util.ArrayList;
import java.util.List;

/** Carries out {@code moodline evaluate-tracker}. */
public final class TrackerEvaluation {

  private final Tracker tracker;
  private final FrameSet frames;

  /**
   * @param tracker which is measured
   * @param frames where the scenes come from
   */
  public TrackerEvaluation(Tracker tracker, FrameSet frames) {
    this.tracker = tracker;
    this.frames = frames;
  }

  /**
   * How well faces were followed under one condition, over all seeds.
   *
   * @param seconds of all scenes together
   */
  public record Row(SceneKind scene, Condition condition, long seconds, TrackingScores scores) {}

  /** Measures every scene under each condition that it has. */
  public List<Row> run(TrackerPlan plan) {
    List<Row> rows = new ArrayList<>();
    for (SceneKind scene : plan.scenes()) {
      for (Condition condition : plan.conditions()) {
        if (scene.has(condition)) {
          rows.add(row(plan, scene, condition));
        }
      }
    }
    return rows;
  }

  private Row row(TrackerPlan plan, SceneKind scene, Condition condition) {
    TrackingScores sum = TrackingScores.none();
    for (long seed = plan.firstSeed(); seed <= plan.lastSeed(); seed++) {
      sum =
          sum.plus(
              TrackerRun.score(tracker, frames.frames(scene, condition, plan.seconds(), seed)));
    }
    long scenes = plan.lastSeed() - plan.firstSeed() + 1;
    return new Row(scene, condition, scenes * plan.seconds(), sum);
  }
}
