package io.moodline.aggregator.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.moodline.aggregator.state.FaceTimelines;
import io.moodline.aggregator.state.OpenTrack;
import io.moodline.schemas.Camera;
import io.moodline.schemas.FaceTimeline;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Tracks and their timelines. */
final class FacesApi {

  private static final String SERIES = "series";

  private final StateReader state;
  private final ObjectMapper json = new ObjectMapper();

  FacesApi(StateReader state) {
    this.state = state;
  }

  void list(Context request) {
    Params params = Listing.params(request, Visit.OPEN);
    StateReader reading = params.reading(state);
    Listing.Page<Visit> page = page(reading, params);
    request.json(Views.page("faces", page.map(Visit::face)));
  }

  void timelines(Context request) {
    Params params = Listing.params(request, SERIES, Visit.OPEN);
    StateReader reading = params.reading(state);
    boolean series = params.flag(SERIES);
    Listing.Page<Visit> page = page(reading, params);
    request.json(
        Views.page(
            "timelines",
            page.map(
                visit ->
                    series
                        ? TimelineView.of(whole(reading, visit))
                        : withoutSeries(TimelineView.of(visit.timeline())))));
  }

  private static Listing.Page<Visit> page(StateReader reading, Params params) {
    return Visit.page(reading, Listing.of(params, reading), params.flagOrNull(Visit.OPEN));
  }

  private ObjectNode withoutSeries(TimelineView timeline) {
    ObjectNode node = json.valueToTree(timeline);
    node.remove(SERIES);
    return node;
  }

  /** Of an open track the list has no series. */
  private static FaceTimeline whole(StateReader state, Visit visit) {
    return visit.open() == null
        ? visit.timeline()
        : find(state, visit.timeline().getFaceId()).orElse(visit.timeline());
  }

  /**
   * A track that closes while this reads is in both stores for a moment, and its series leaves the
   * first point by point: then it is closed.
   */
  private static Optional<FaceTimeline> find(StateReader state, String id) {
    Optional<OpenTrack> open = state.openTrack(id);
    return state
        .timeline(id)
        .or(() -> open.map(track -> FaceTimelines.of(id, track.timeline(), true)));
  }

  void timeline(Context request) {
    StateReader reading = new Params(request).reading(state);
    String id = request.pathParam("id");
    FaceTimeline timeline =
        find(reading, id).orElseThrow(() -> Problem.notFound("there is no face \"" + id + "\""));
    TimelineView answer = TimelineView.of(timeline);
    if (timeline.getOpen()) {
      request.json(answer);
    } else {
      EntityTag.send(
          request,
          "application/json",
          request.jsonMapper().toJsonString(answer, TimelineView.class));
    }
  }

  /** The camera asked for, which must be known, or all that are. */
  static List<String> cameras(StateReader state, String asked) {
    if (asked != null) {
      if (state.camera(asked).isEmpty() && state.clock(asked).isEmpty()) {
        throw Problem.notFound("there is no camera \"" + asked + "\"");
      }
      return List.of(asked);
    }
    TreeSet<String> all = new TreeSet<>(state.heardCameras());
    state.cameras().stream().map(Camera::getId).forEach(all::add);
    return List.copyOf(all);
  }
}
