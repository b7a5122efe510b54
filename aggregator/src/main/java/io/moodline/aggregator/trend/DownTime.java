package io.moodline.aggregator.trend;

import io.moodline.schemas.CameraStatus;
import java.util.OptionalLong;

/** Tells whether a live camera is down, and since when. */
public final class DownTime {

  private DownTime() {}

  /**
   * Since when a camera is down by the wall clock, epoch milliseconds; empty when it is not.
   *
   * @param status its state; one that has a duration is a recording, which is never down
   * @param lastFrameMs capture time of its last frame, epoch milliseconds; a camera of which frames
   *     come works, however old its state is
   * @param staleMs a state that was not written again for this long is not believed any more
   */
  public static OptionalLong since(
      CameraStatus status, long lastFrameMs, long nowMs, long staleMs) {
    if (status.getDurationMs() > 0) {
      return OptionalLong.empty();
    }
    return switch (status.getState()) {
      case RECONNECTING, FAILED -> OptionalLong.of(status.getSinceMs());
      case CONNECTING, STREAMING -> {
        long lastSign = Math.max(status.getUpdatedAtMs(), lastFrameMs);
        yield nowMs - lastSign >= staleMs ? OptionalLong.of(lastSign) : OptionalLong.empty();
      }
      case ENDED, DISABLED -> OptionalLong.empty();
    };
  }
}
