package io.moodline.aggregator.api;

import io.moodline.aggregator.state.FaceTimelines;
import io.moodline.aggregator.state.OpenTrack;
import io.moodline.schemas.FaceTimeline;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A track in answers. */
record FaceView(
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
    Latest latest) {

  /** Where an open track's face was last, and what it showed. */
  record Latest(
      Box box,
      int frameWidth,
      int frameHeight,
      String dominant,
      Map<String, Double> probabilities,
      Map<String, Double> smoothed) {

    static Latest of(OpenTrack track) {
      OpenTrack.Latest latest = track.latest();
      boolean judged = track.timeline().dominance() != null;
      return new Latest(
          new Box(latest.x1(), latest.y1(), latest.x2(), latest.y2()),
          latest.frameWidth(),
          latest.frameHeight(),
          judged ? track.timeline().dominance().dominant().name() : null,
          Views.byEmotion(boxed(latest.raw())),
          judged ? Views.byEmotion(boxed(track.timeline().smoothed())) : null);
    }
  }

  /** Pixels of the frame, half-open. */
  record Box(double x1, double y1, double x2, double y2) {}

  static FaceView of(FaceTimeline timeline) {
    return of(timeline, null);
  }

  static FaceView of(String faceId, OpenTrack track) {
    return of(FaceTimelines.of(faceId, track.timeline(), true), Latest.of(track));
  }

  private static FaceView of(FaceTimeline timeline, Latest latest) {
    return new FaceView(
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
        latest);
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
