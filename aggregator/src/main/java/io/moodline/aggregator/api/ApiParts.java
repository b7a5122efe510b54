package io.moodline.aggregator.api;

import io.moodline.aggregator.AggregatorConfig;
import io.moodline.aggregator.api.ApiServer.Route;
import io.moodline.aggregator.live.FrameTap;
import io.moodline.aggregator.live.LiveHub;
import java.time.Clock;
import java.util.List;

/**
 * What the API is made of; the server closes what of it wants to be.
 *
 * @param state what it answers from
 * @param writer changes the camera registry
 * @param clock for now
 * @param sites which site a camera is at
 * @param live what happens now
 * @param frames latest pictures
 * @param probe opens sources for a look
 * @param internal what other instances ask for
 */
public record ApiParts(
    StateReader state,
    CameraWriter writer,
    Clock clock,
    CameraSites sites,
    LiveHub live,
    FrameTap frames,
    SourceProbe probe,
    List<Route> internal) {

  /** An API that opens no source and answers no other instance. */
  public static ApiParts of(
      AggregatorConfig config, StateReader state, CameraWriter writer, Clock clock) {
    CameraSites sites = new CameraSites(state);
    return new ApiParts(
        state,
        writer,
        clock,
        sites,
        LiveHub.of(config, sites::of),
        new FrameTap(config),
        SourceProbe.NONE,
        List.of());
  }

  /** The same, answering other instances, too. */
  public ApiParts withInternal(List<Route> routes) {
    return new ApiParts(state, writer, clock, sites, live, frames, probe, List.copyOf(routes));
  }

  /** The same, opening sources with this. */
  public ApiParts withProbe(SourceProbe opener) {
    return new ApiParts(state, writer, clock, sites, live, frames, opener, internal);
  }

  void close() {
    live.close();
    frames.close();
  }
}
