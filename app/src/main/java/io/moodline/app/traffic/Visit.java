package io.moodline.app.traffic;

import io.moodline.schemas.Emotion;
import java.util.List;

/**
 * One person before one camera, from coming to leaving; known as a whole when it begins.
 *
 * @param fromMs when the person comes, epoch milliseconds
 * @param toMs when the person leaves (exclusive), epoch milliseconds
 * @param script what the face shows, in order of time
 * @param unfitFromMs from when the face cannot be judged, epoch milliseconds
 * @param unfitToMs until when (exclusive); not after {@code unfitFromMs} when it always can
 * @param size width of the face's box, pixels
 * @param left where the box begins, pixels from the frame's left edge
 */
record Visit(
    long fromMs,
    long toMs,
    List<Showing> script,
    long unfitFromMs,
    long unfitToMs,
    float size,
    float left) {

  /**
   * One expression.
   *
   * @param untilMs when the next one begins, epoch milliseconds
   * @param strength its probability, 0 to 1; the others share the rest
   */
  record Showing(long untilMs, Emotion emotion, double strength) {}

  Visit {
    script = List.copyOf(script);
  }

  boolean isThere(long ms) {
    return ms >= fromMs && ms < toMs;
  }

  boolean isUnfit(long ms) {
    return ms >= unfitFromMs && ms < unfitToMs;
  }

  Showing at(long ms) {
    for (Showing showing : script) {
      if (ms < showing.untilMs()) {
        return showing;
      }
    }
    return script.get(script.size() - 1);
  }
}
