package io.moodline.aggregator.api;

import io.moodline.aggregator.live.LiveEvent;
import io.moodline.schemas.Box;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import java.util.Map;

/** Live events as the stream shows them. */
final class StreamView {

  /** What one face showed in one frame. */
  record Emotion(
      String faceId,
      String camera,
      String site,
      String capturedAt,
      int frameWidth,
      int frameHeight,
      FaceView.Box box,
      String dominant,
      double confidence,
      Map<String, Double> probabilities,
      double valence,
      String qualityReason) {

    static Emotion of(EmotionEvent event, String site) {
      Box box = event.getBox();
      return new Emotion(
          event.getFaceId(),
          event.getCameraId(),
          site,
          Views.time(event.getCapturedAtMs()),
          event.getFrameWidth(),
          event.getFrameHeight(),
          new FaceView.Box(box.getX1(), box.getY1(), box.getX2(), box.getY2()),
          event.getDominant().name(),
          Views.rounded((double) event.getConfidence()),
          Views.byEmotion(event.getProbabilities()),
          Views.rounded((double) event.getValence()),
          event.getQualityReason());
    }
  }

  /** A camera's source does differently. */
  record Status(String camera, String state, String reason, String since) {
    static Status of(CameraStatus status) {
      return new Status(
          status.getCameraId(),
          status.getState().name(),
          status.getReason(),
          Views.time(status.getSinceMs()));
    }
  }

  /** Events were lost because they were read too slowly. */
  record Dropped(long count) {}

  /** The stream lives, whether anything happens or not. */
  record Heartbeat(String at) {}

  private StreamView() {}

  static String nameOf(LiveEvent event) {
    if (event instanceof LiveEvent.Emotion) {
      return "emotion";
    }
    return event instanceof LiveEvent.Happened ? "moment" : "status";
  }

  static Object of(LiveEvent event, CameraSites sites) {
    if (event instanceof LiveEvent.Emotion seen) {
      return Emotion.of(seen.event(), sites.of(seen.camera()));
    }
    return event instanceof LiveEvent.Happened happened
        ? MomentView.of(happened.moment())
        : Status.of(((LiveEvent.Status) event).status());
  }
}
