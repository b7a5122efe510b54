package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.aggregator.state.FaceTimelines;
import io.moodline.schemas.Camera;
import io.moodline.schemas.FaceTimeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Tracks and their timelines. */
final class FacesApi {

  private static final int LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private final StateReader state;

  FacesApi(StateReader state) {
    this.state = state;
  }

  void list(Context request) {
    Params params = new Params(request, "camera", "from", "to", "limit");
    StateReader state = params.reading(this.state);
    long from = params.time("from", 0L);
    long to = params.time("to", Long.MAX_VALUE);
    if (to != Long.MAX_VALUE) {
      Params.requireOrder(from, to);
    }
    int limit = params.limit("limit", LIMIT, MAX_LIMIT);
    List<FaceView> faces = new ArrayList<>();
    for (String camera : cameras(state, params.id("camera"))) {
      state
          .openTracks(camera)
          .forEach(
              (faceId, track) -> {
                if (track.timeline().firstMs() < to && track.timeline().lastMs() >= from) {
                  faces.add(FaceView.of(faceId, track));
                }
              });
      state.timelines(camera, from, to, limit).forEach(t -> faces.add(FaceView.of(t)));
    }
    // ISO-8601 instants of different precision do not sort as text, hence by instant.
    faces.sort(
        Comparator.comparing((FaceView face) -> java.time.Instant.parse(face.firstSeen()))
            .reversed()
            .thenComparing(FaceView::id));
    request.json(Map.of("faces", faces.subList(0, Math.min(limit, faces.size()))));
  }

  void timeline(Context request) {
    StateReader state = new Params(request).reading(this.state);
    String id = request.pathParam("id");
    Optional<FaceTimeline> open =
        state.openTrack(id).map(track -> FaceTimelines.of(id, track.timeline(), true));
    FaceTimeline timeline =
        open.or(() -> state.timeline(id))
            .orElseThrow(() -> Problem.notFound("there is no face \"" + id + "\""));
    request.json(TimelineView.of(timeline));
  }

  /** The camera asked for, which must be known, or all that are. */
  static Iterable<String> cameras(StateReader state, String asked) {
    if (asked != null) {
      if (state.camera(asked).isEmpty() && state.clock(asked).isEmpty()) {
        throw Problem.notFound("there is no camera \"" + asked + "\"");
      }
      return List.of(asked);
    }
    TreeSet<String> all = new TreeSet<>(state.heardCameras());
    state.cameras().stream().map(Camera::getId).forEach(all::add);
    return all;
  }
}
