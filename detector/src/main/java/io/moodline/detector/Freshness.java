package io.moodline.detector;

import io.moodline.schemas.Frame;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Live sources prefer fresh frames: when the service is behind, old ones are shed. Frames of a file
 * never are.
 *
 * @param maxAge from capture to now
 * @param clock tells now
 */
record Freshness(Duration maxAge, Clock clock) {

  /** Milliseconds since it was captured. */
  long ageMs(Frame frame) {
    return clock.millis() - frame.getCapturedAtMs();
  }

  /** Why the frame is to be shed, or nothing. */
  Optional<String> reasonToShed(Frame frame) {
    long ageMs = ageMs(frame);
    if (!frame.getLive() || ageMs <= maxAge.toMillis()) {
      return Optional.empty();
    }
    return Optional.of("captured " + ageMs + " ms ago, allowed are " + maxAge.toMillis());
  }
}
