package io.moodline.aggregator.live;

import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.Moment;

/** Something that has just happened before a camera. */
public sealed interface LiveEvent {

  /** The camera. */
  String camera();

  /** What one face showed in one frame. */
  record Emotion(EmotionEvent event) implements LiveEvent {
    @Override
    public String camera() {
      return event.getCameraId();
    }
  }

  /** Something worth telling a person about. */
  record Happened(Moment moment) implements LiveEvent {
    @Override
    public String camera() {
      return moment.getCameraId();
    }
  }

  /** A camera's source does differently. */
  record Status(CameraStatus status) implements LiveEvent {
    @Override
    public String camera() {
      return status.getCameraId();
    }
  }
}
