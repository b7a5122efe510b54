package io.moodline.aggregator.moment;

import io.moodline.aggregator.moment.CameraDown.Sign;
import io.moodline.schemas.CameraStatus;

/**
 * What is known of a camera's source.
 *
 * @param sinceMs since when, epoch milliseconds
 */
public record SourceSign(Sign sign, long sinceMs) {

  /**
   * Reads a camera's status. Who writes it may have died: a live source whose status is not written
   * again, and of which no frames come, is lost as of the last that was heard of it.
   *
   * @param heardMs when a frame of the camera was last heard of, by the wall clock; 0: never
   * @param nowMs wall clock
   * @param watchingSinceMs since when this service listens: it cannot know what came before, and
   *     does not say that a source is lost until it has listened for {@code staleMs}
   * @param staleMs a status that was not written again for this long is not believed any more
   */
  public static SourceSign of(
      CameraStatus status, long heardMs, long nowMs, long watchingSinceMs, long staleMs) {
    return switch (status.getState()) {
      case RECONNECTING, FAILED -> new SourceSign(Sign.DOWN, status.getSinceMs());
      case ENDED, DISABLED -> new SourceSign(Sign.UP, status.getSinceMs());
      case CONNECTING, STREAMING -> {
        long lastMs = Math.max(status.getUpdatedAtMs(), heardMs);
        boolean live = status.getDurationMs() == 0;
        if (!live || nowMs - lastMs < staleMs) {
          yield new SourceSign(working(status), status.getSinceMs());
        }
        boolean listened = nowMs - watchingSinceMs >= staleMs;
        yield new SourceSign(listened ? Sign.DOWN : Sign.TRYING, lastMs);
      }
    };
  }

  private static Sign working(CameraStatus status) {
    return switch (status.getState()) {
      case CONNECTING -> Sign.TRYING;
      default -> Sign.UP;
    };
  }
}
