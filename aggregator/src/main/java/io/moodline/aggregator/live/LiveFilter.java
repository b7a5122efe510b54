package io.moodline.aggregator.live;

import io.moodline.schemas.Emotion;
import java.util.function.UnaryOperator;

/**
 * Which events somebody wants. Emotion and confidence choose among emotions only.
 *
 * @param camera only of this camera; null: of any
 * @param site only of cameras at this site; null: of any
 * @param emotion only where this one is dominant; null: any
 * @param minConfidence only where the dominant one's probability is at least this, 0 to 1
 */
public record LiveFilter(String camera, String site, Emotion emotion, double minConfidence) {

  /**
   * Whether an event is wanted.
   *
   * @param sites camera to its site, or null when that is not known
   */
  boolean wants(LiveEvent event, UnaryOperator<String> sites) {
    return (camera == null || camera.equals(event.camera()))
        && (site == null || site.equals(sites.apply(event.camera())))
        && (!(event instanceof LiveEvent.Emotion seen) || wants(seen));
  }

  private boolean wants(LiveEvent.Emotion seen) {
    return (emotion == null || emotion == seen.event().getDominant())
        && seen.event().getConfidence() >= minConfidence;
  }
}
