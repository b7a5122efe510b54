package io.moodline.aggregator.state;

import io.moodline.aggregator.timeline.TimelineState;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Segment;
import io.moodline.topics.Ids;
import java.util.Arrays;
import java.util.List;

/** Makes {@link FaceTimeline} records. */
public final class FaceTimelines {

  private FaceTimelines() {}

  /**
   * The record of a track.
   *
   * @param open whether the track may go on
   */
  public static FaceTimeline of(String faceId, TimelineState timeline, boolean open) {
    return new FaceTimeline(
        faceId,
        Ids.cameraOf(faceId),
        timeline.firstMs(),
        timeline.lastMs(),
        open,
        timeline.observations(),
        timeline.lowQuality(),
        timeline.segments().stream()
            .map(s -> new Segment(s.emotion(), s.fromMs(), s.toMs(), (float) s.meanConfidence()))
            .toList(),
        Arrays.stream(timeline.meanProbabilities()).mapToObj(p -> (float) p).toList(),
        timeline.longest(),
        timeline.satisfaction().mean(),
        List.of(),
        null,
        null,
        null);
  }
}
