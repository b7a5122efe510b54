package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.schemas.Camera;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Cameras: list, add or replace, remove. */
final class CamerasApi {

  private final StateReader state;
  private final CameraWriter writer;
  private final boolean localSources;
  private final CameraView.Defaults defaults;
  private final Clock clock;

  CamerasApi(
      StateReader state,
      CameraWriter writer,
      boolean localSources,
      CameraView.Defaults defaults,
      Clock clock) {
    this.state = state;
    this.writer = writer;
    this.localSources = localSources;
    this.defaults = defaults;
    this.clock = clock;
  }

  void list(Context request) {
    StateReader state = new Params(request).reading(this.state);
    request.json(Map.of("cameras", CameraView.all(state, defaults)));
  }

  void put(Context request) {
    Camera wanted =
        CameraRequest.read(JsonBody.of(request), localSources, state::camera, clock.millis());
    Optional<Camera> known = state.camera(wanted.getId());
    Camera camera = known.map(before -> newerThan(before, wanted)).orElse(wanted);
    boolean replaces = known.isPresent();
    writer.put(camera);
    request.status(replaces ? 200 : 201).json(CameraView.of(camera, defaults));
  }

  /** Ingest follows the newest record only, and whoever wrote the last may have a faster clock. */
  private static Camera newerThan(Camera before, Camera camera) {
    return Camera.newBuilder(camera)
        .setUpdatedAtMs(Math.max(camera.getUpdatedAtMs(), before.getUpdatedAtMs() + 1))
        .build();
  }

  void remove(Context request) {
    String id = request.pathParam("id");
    if (state.camera(id).isEmpty()) {
      throw Problem.notFound("there is no camera \"" + id + "\"");
    }
    writer.remove(id);
    request.status(204);
  }
}
