package io.moodline.aggregator;

import io.moodline.aggregator.timeline.SmoothingSettings;
import io.moodline.aggregator.timeline.TimelineBuilder;
import io.moodline.emotion.ValenceWeights;
import io.moodline.schemas.AnalyticsSettings;
import io.moodline.schemas.Camera;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * What builds each camera's timelines, by that camera's own settings of smoothing. A camera's
 * record is read at most once a second, since reading it costs more than an event does. Used by one
 * stream thread.
 */
final class CameraBuilders {

  private static final long LOOK_AGAIN_MS = 1_000;

  private record Known(AnalyticsSettings own, TimelineBuilder builder, long lookedMs) {}

  private final SmoothingSettings defaults;
  private final ValenceWeights weights;
  private final TimestampedKeyValueStore<String, Camera> cameras;
  private final Map<String, Known> known = new HashMap<>();

  CameraBuilders(
      SmoothingSettings defaults,
      ValenceWeights weights,
      TimestampedKeyValueStore<String, Camera> cameras) {
    this.defaults = defaults;
    this.weights = weights;
    this.cameras = cameras;
  }

  /** Nothing of this camera is open any more. */
  void forget(String cameraId) {
    known.remove(cameraId);
  }

  /** Of how many cameras something is remembered. */
  int size() {
    return known.size();
  }

  /**
   * The builder of a camera.
   *
   * @param nowMs wall clock
   */
  TimelineBuilder of(String cameraId, long nowMs) {
    Known before = known.get(cameraId);
    if (before != null && nowMs - before.lookedMs() < LOOK_AGAIN_MS) {
      return before.builder();
    }
    Camera camera = ValueAndTimestamp.getValueOrNull(cameras.get(cameraId));
    AnalyticsSettings own = camera == null ? null : camera.getAnalytics();
    boolean same = before != null && Objects.equals(own, before.own());
    TimelineBuilder builder =
        same ? before.builder() : new TimelineBuilder(defaults.with(own), weights);
    known.put(cameraId, new Known(own, builder, nowMs));
    return builder;
  }
}
