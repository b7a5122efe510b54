package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentPhoto;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Moments. */
final class MomentsApi {

  private static final int LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private final StateReader state;

  MomentsApi(StateReader state) {
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
    List<Moment> moments = new ArrayList<>();
    for (String camera : FacesApi.cameras(state, params.id("camera"))) {
      moments.addAll(state.moments(camera, from, to, limit));
    }
    moments.sort(Comparator.comparing(Moment::getAtMs).reversed().thenComparing(Moment::getId));
    Photos photos = new Photos(state);
    request.json(
        Map.of(
            "moments",
            moments.stream()
                .limit(limit)
                .map(moment -> MomentView.of(moment, photos.pathOf(moment)))
                .toList()));
  }

  void photo(Context request) {
    Params params = new Params(request);
    String id = request.pathParam("id");
    MomentPhoto photo =
        new Photos(params.reading(state))
            .of(id)
            .orElseThrow(() -> Problem.notFound("there is no photo of the moment \"" + id + "\""));
    ByteBuffer image = photo.getImage().duplicate();
    byte[] bytes = new byte[image.remaining()];
    image.get(bytes);
    request
        .header("X-Captured-At", Views.time(photo.getCapturedAtMs()))
        .contentType(photo.getEncoding())
        .result(bytes);
  }
}
