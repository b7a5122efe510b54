package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import io.moodline.schemas.MomentPhoto;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Moments. */
final class MomentsApi {

  static final String KIND = "kind";

  private static final List<String> KINDS =
      Arrays.stream(MomentKind.values()).map(Enum::name).toList();

  private final StateReader state;

  MomentsApi(StateReader state) {
    this.state = state;
  }

  void list(Context request) {
    Params params = Listing.params(request, KIND);
    StateReader reading = params.reading(state);
    Listing asked = Listing.of(params, reading);
    Photos photos = new Photos(reading);
    request.json(
        Views.page(
            "moments",
            page(reading, asked, kind(params))
                .map(moment -> MomentView.of(moment, photos.pathOf(moment)))));
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

  /** The kind asked for; null: any. */
  static MomentKind kind(Params params) {
    String kind = params.oneOf(KIND, null, KINDS);
    return kind == null ? null : MomentKind.valueOf(kind);
  }

  /** One page of moments, the newest first. */
  static Listing.Page<Moment> page(StateReader state, Listing asked, MomentKind kind) {
    List<Moment> found =
        NewestFirst.of(
            asked,
            MomentsApi::position,
            (camera, after, limit) ->
                state.moments(
                    camera,
                    asked.fromMs(),
                    after == null ? asked.toMs() : Math.min(asked.toMs(), after.ms() + 1),
                    moment ->
                        (kind == null || kind == moment.getKind())
                            && position(moment).isAfter(after),
                    limit));
    return asked.page(found, MomentsApi::position);
  }

  private static Position position(Moment moment) {
    return new Position(moment.getAtMs(), moment.getId());
  }
}
