package io.moodline.aggregator.state;

import io.moodline.aggregator.timeline.Series;
import io.moodline.aggregator.timeline.TimelineState;
import io.moodline.aggregator.timeline.WeightedSums;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Segment;
import io.moodline.schemas.SeriesPoint;
import io.moodline.schemas.Verdict;
import io.moodline.topics.Ids;
import java.util.ArrayList;
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
        floats(timeline.meanProbabilities()),
        timeline.longest(),
        timeline.satisfaction().mean(),
        timeline.series().points().stream().map(FaceTimelines::point).toList(),
        timeline.weighted().isEmpty() ? null : verdict(timeline.weighted()),
        timeline.flipsPerMinute(),
        timeline.rawFlipsPerMinute());
  }

  private static SeriesPoint point(Series.Point point) {
    List<Float> probabilities = new ArrayList<>();
    for (float probability : point.probabilities()) {
      probabilities.add(probability);
    }
    float satisfaction = point.satisfaction();
    return new SeriesPoint(
        point.atMs(), probabilities, Float.isNaN(satisfaction) ? null : (Float) satisfaction);
  }

  private static Verdict verdict(WeightedSums weighted) {
    return new Verdict(
        weighted.emotion(),
        (float) weighted.confidence(),
        floats(weighted.means()),
        (float) weighted.weight());
  }

  private static List<Float> floats(double[] values) {
    return Arrays.stream(values).mapToObj(value -> (float) value).toList();
  }
}
