package io.moodline.aggregator.api;

import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Segment;
import io.moodline.schemas.SeriesPoint;
import io.moodline.schemas.Verdict;
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
    List<SegmentView> segments,
    List<PointView> series,
    VerdictView verdict,
    Double flipsPerMinute,
    Double rawFlipsPerMinute) {

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

  /** What the smoothed probabilities were at one moment. */
  record PointView(String at, Map<String, Double> probabilities, Double satisfaction) {
    static PointView of(SeriesPoint point) {
      Float satisfaction = point.getSatisfaction();
      return new PointView(
          Views.time(point.getAtMs()),
          Views.byEmotion(point.getProbabilities()),
          satisfaction == null ? null : Views.rounded(satisfaction.doubleValue()));
    }
  }

  /** What the whole visit showed. */
  record VerdictView(
      String emotion, double confidence, Map<String, Double> probabilities, double weight) {
    static VerdictView of(Verdict verdict) {
      return verdict == null
          ? null
          : new VerdictView(
              verdict.getEmotion().name(),
              Views.rounded((double) verdict.getConfidence()),
              Views.byEmotion(verdict.getProbabilities()),
              Views.rounded((double) verdict.getWeight()));
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
        timeline.getSegments().stream().map(SegmentView::of).toList(),
        timeline.getSeries().stream().map(PointView::of).toList(),
        VerdictView.of(timeline.getVerdict()),
        Views.rounded(timeline.getFlipsPerMinute()),
        Views.rounded(timeline.getRawFlipsPerMinute()));
  }
}
