package io.moodline.aggregator.api;

import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Segment;
import java.util.List;
import java.util.Map;

/** A timeline in answers. */
record TimelineView(
    String id,
    String camera,
    String firstSeen,
    String lastSeen,
    boolean open,
    long observations,
    long lowQuality,
    String dominant,
    Double satisfaction,
    Map<String, Double> meanProbabilities,
    List<SegmentView> segments) {

  /** A stretch of one dominant emotion. */
  record SegmentView(String emotion, String from, String to, double meanConfidence) {
    static SegmentView of(Segment segment) {
      return new SegmentView(
          segment.getEmotion().name(),
          Views.time(segment.getFromMs()),
          Views.time(segment.getToMs()),
          Views.rounded((double) segment.getMeanConfidence()));
    }
  }

  static TimelineView of(FaceTimeline timeline) {
    return new TimelineView(
        timeline.getFaceId(),
        timeline.getCameraId(),
        Views.time(timeline.getFirstSeenMs()),
        Views.time(timeline.getLastSeenMs()),
        timeline.getOpen(),
        timeline.getObservations(),
        timeline.getLowQuality(),
        timeline.getDominant() == null ? null : timeline.getDominant().name(),
        Views.rounded(timeline.getSatisfaction()),
        Views.byEmotion(timeline.getMeanProbabilities()),
        timeline.getSegments().stream().map(SegmentView::of).toList());
  }
}
