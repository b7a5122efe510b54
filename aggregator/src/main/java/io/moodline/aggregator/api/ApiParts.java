package io.moodline.aggregator.api;

import io.moodline.aggregator.api.ApiServer.Route;
import java.time.Clock;
import java.util.List;

/**
 * What the API is made of.
 *
 * @param state what it answers from
 * @param writer changes the camera registry
 * @param clock for now
 * @param internal what other instances ask for
 */
public record ApiParts(StateReader state, CameraWriter writer, Clock clock, List<Route> internal) {

  /** An API that answers no other instance. */
  public static ApiParts of(StateReader state, CameraWriter writer, Clock clock) {
    return new ApiParts(state, writer, clock, List.of());
  }

  /** The same, and these. */
  public ApiParts withInternal(List<Route> routes) {
    return new ApiParts(state, writer, clock, List.copyOf(routes));
  }
}
