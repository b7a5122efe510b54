package io.moodline.app.traffic;

import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FrameOutcome;

/** A record as it is written to its topic. */
public sealed interface TrafficRecord {

  /** The camera: the record's key. */
  String cameraId();

  /** When it is written, epoch milliseconds; records of a camera are in this order. */
  long writtenAtMs();

  /**
   * What one face showed in one frame.
   *
   * @param late true when it is written so long after its frame that the frame's window is closed
   */
  record Seen(EmotionEvent event, boolean late, long writtenAtMs) implements TrafficRecord {
    @Override
    public String cameraId() {
      return event.getCameraId();
    }
  }

  /** What became of a frame; after its faces. */
  record FrameEnd(FrameOutcome outcome, long writtenAtMs) implements TrafficRecord {
    @Override
    public String cameraId() {
      return outcome.getCameraId();
    }
  }

  /** How the camera does. */
  record Status(CameraStatus status, long writtenAtMs) implements TrafficRecord {
    @Override
    public String cameraId() {
      return status.getCameraId();
    }
  }
}
