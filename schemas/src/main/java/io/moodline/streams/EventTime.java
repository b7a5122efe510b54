package io.moodline.streams;

import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameFaces;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Moment;
import io.moodline.schemas.Trend;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Event time is when the camera took the picture, wherever the record is; the broker's stamp, which
 * is the time of arrival, serves retention only.
 */
public final class EventTime implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> consumed, long partitionTime) {
    Object value = consumed.value();
    if (value instanceof Frame frame) {
      return frame.getCapturedAtMs();
    } else if (value instanceof FrameFaces faces) {
      return faces.getCapturedAtMs();
    } else if (value instanceof FrameOutcome outcome) {
      return outcome.getCapturedAtMs();
    } else if (value instanceof EmotionEvent event) {
      return event.getCapturedAtMs();
    } else if (value instanceof FaceTimeline timeline) {
      return timeline.getLastSeenMs();
    } else if (value instanceof Trend trend) {
      return trend.getWindowStartMs();
    } else if (value instanceof Moment moment) {
      return moment.getAtMs();
    } else if (value instanceof CameraStatus status) {
      return status.getUpdatedAtMs();
    }
    return Math.max(0, consumed.timestamp());
  }
}
