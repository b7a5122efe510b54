package io.moodline.aggregator.api;

import io.moodline.aggregator.state.FaceTimelines;
import io.moodline.aggregator.state.OpenTrack;
import io.moodline.schemas.FaceTimeline;
import io.moodline.topics.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A track in a list, open or closed.
 *
 * @param timeline what it showed; of an open one so far, without its series
 * @param open null when it is over
 */
record Visit(FaceTimeline timeline, OpenTrack open) {

  /** The parameter of lists of visits that tells which are wanted. */
  static final String OPEN = "open";

  private Position position() {
    return Position.ofFace(timeline.getFaceId());
  }

  /**
   * One page of the visits that were seen in a range, those that began last first.
   *
   * @param open true: only those that go on, for which no closed one is read; false: only those
   *     that are over; null: both
   */
  static Listing.Page<Visit> page(StateReader state, Listing asked, Boolean open) {
    Map<String, Visit> found = new HashMap<>();
    if (!Boolean.FALSE.equals(open)) {
      addOpen(state, asked, found);
    }
    if (!Boolean.TRUE.equals(open)) {
      // Read after the open ones: a track that has closed in between is in both, and closed.
      addClosed(state, asked, found);
    }
    return asked.page(new ArrayList<>(found.values()), Visit::position);
  }

  private static void addOpen(StateReader state, Listing asked, Map<String, Visit> found) {
    openTracks(state, asked.cameras())
        .forEach(
            (faceId, track) -> {
              if (track.timeline().firstMs() < asked.toMs()
                  && track.timeline().lastMs() >= asked.fromMs()) {
                FaceTimeline soFar = FaceTimelines.of(faceId, track.timeline(), true);
                found.put(faceId, new Visit(soFar, track));
              }
            });
  }

  private static void addClosed(StateReader state, Listing asked, Map<String, Visit> found) {
    NewestFirst.of(
            asked,
            timeline -> Position.ofFace(timeline.getFaceId()),
            (camera, after, limit) ->
                state.timelines(camera, asked.fromMs(), asked.toMs(), after, limit))
        .forEach(timeline -> found.put(timeline.getFaceId(), new Visit(timeline, null)));
  }

  private static Map<String, OpenTrack> openTracks(StateReader state, List<String> cameras) {
    if (cameras.size() == 1) {
      return state.openTracks(cameras.get(0));
    }
    Map<String, OpenTrack> all = new HashMap<>(state.openTracks());
    all.keySet().removeIf(faceId -> !cameras.contains(Ids.cameraOf(faceId)));
    return all;
  }

  FaceView face() {
    return open == null ? FaceView.of(timeline) : FaceView.of(timeline.getFaceId(), open);
  }
}
