package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.aggregator.live.FrameTap;
import io.moodline.aggregator.live.LatestPicture;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** The latest picture of a camera. */
final class FrameApi {

  /** How long to wait for the first picture of a camera that nobody has watched. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final StateReader state;
  private final FrameTap frames;

  FrameApi(StateReader state, FrameTap frames) {
    this.state = state;
    this.frames = frames;
  }

  void latest(Context request) {
    StateReader known = new Params(request).reading(state);
    String camera = request.pathParam("id");
    if (known.camera(camera).isEmpty()) {
      throw Problem.notFound("there is no camera \"" + camera + "\"");
    }
    request.future(
        () ->
            frames
                .latest(camera, PATIENCE)
                .handle(
                    (picture, failure) -> {
                      answer(request, camera, picture, failure);
                      return null;
                    }));
  }

  private static void answer(
      Context request, String camera, LatestPicture picture, Throwable failure) {
    if (failure instanceof TimeoutException) {
      throw Problem.notFound("there is no picture of \"" + camera + "\" from the last 10 seconds");
    }
    if (failure != null) {
      throw new CompletionException(failure);
    }
    request.contentType("image/jpeg").header("X-Captured-At", Views.time(picture.capturedAtMs()));
    request.result(picture.jpeg());
  }
}
