package io.moodline.aggregator.live;

import static io.moodline.aggregator.Records.mostly;

import io.moodline.aggregator.Records;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import java.util.List;

/** Events for tests. */
final class Events {

  private Events() {}

  static LiveEvent seen(String camera, Emotion emotion, float confidence, long at) {
    EmotionEvent event = Records.event(camera + ":1:0", 1, at, at, mostly(emotion, confidence));
    return new LiveEvent.Emotion(
        EmotionEvent.newBuilder(event).setDominant(emotion).setConfidence(confidence).build());
  }

  static LiveEvent moment(String camera, long at) {
    return new LiveEvent.Happened(
        Moment.newBuilder()
            .setId(camera + ":" + at + ":GROUP_SMILE")
            .setKind(MomentKind.GROUP_SMILE)
            .setCameraId(camera)
            .setAtMs(at)
            .setUntilMs(at)
            .setFaces(List.of())
            .setValue(null)
            .setText("3 people smiled.")
            .build());
  }
}
